import { defineProfile } from "./define";
import { settlementHeaders } from "./settlementHeaders";

/** The list of designated institutions of a region. */
export const institutions = defineProfile({
  name: "institutions",
  kind: "institutions",
  headers: {
    institution: [
      "fixmedins_code",
      "定点医药机构编号",
      "定点医药机构编码",
      "定点机构编码",
      "医疗机构编码",
      "机构编码",
      "机构编号",
    ],
    institution_name: ["fixmedins_name", "定点医药机构名称", "定点机构名称", "医疗机构名称", "机构名称"],
    hospital_level: ["hosp_lv", "医院等级", "机构等级", "医疗机构等级"],
    institution_region: ["fix_blng_admdvs", "定点归属医保区划", "机构所属区划", "机构区划", "所属区划"],
    ownership: ["ownership", "所有制", "机构性质", "办医主体"],
    village_clinic: ["village_clinic", "村卫生室", "是否村卫生室"],
    tier_override: ["tier_override", "指定层级", "层级调整"],
    reason: ["reason", "调整原因", "原因"],
    begins_on: ["begntime", "开始日期", "生效日期"],
    ends_on: ["endtime", "结束日期", "失效日期"],
  },
  oneOf: [["institution_name", "hospital_level", "institution_region"]],
  neverWith: settlementHeaders,
  neverRead: ["序号", "备注", "memo", "fixmedins_type", "lmtpric_hosp_lv", "dedc_hosp_lv", "out_fixmedins_type"],
});
