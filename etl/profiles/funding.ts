import { defineProfile } from "./define";

/** Funding lines of a year: planned, and what is in place on which day. */
export const funding = defineProfile({
  name: "funding",
  kind: "funding",
  headers: {
    insured_region: ["admdvs", "医保区划", "统筹区", "地区编码"],
    scheme: ["insutype", "险种", "险种类型"],
    year: ["year", "年度", "筹资年度"],
    line: ["line", "筹资项目", "项目"],
    source_level: ["source_level", "资金来源", "来源级次"],
    per_head: ["per_head", "人均标准", "每人标准", "人均筹资标准", "筹资标准", "补助标准"],
    heads: ["heads", "人数", "参保人数"],
    planned_amount: [
      "planned_amount",
      "应筹金额",
      "计划金额",
      "应到位金额",
      "应筹资金",
      "应筹",
      "应筹集金额",
      "应到位资金",
    ],
    in_place_amount: ["in_place_amount", "到位金额", "已到位金额", "到位资金", "到位", "实际到位金额", "到账金额"],
    in_place_date: ["in_place_date", "到位日期", "最近到位日期", "到账日期"],
  },
  oneOf: [["planned_amount", "in_place_amount"]],
  neverRead: ["序号", "备注", "memo", "到位率"],
});
