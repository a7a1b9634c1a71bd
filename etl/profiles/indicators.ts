import { defineProfile } from "./define";

/** Indicator values as entered by a unit. */
export const indicators = defineProfile({
  name: "indicators",
  kind: "indicators",
  headers: {
    code: ["code", "指标编码", "指标代码"],
    unit: ["unit", "单位名称", "填报单位", "考核单位"],
    period: ["period", "期间", "所属期间", "考核期"],
    value: ["value", "完成值", "指标值", "实际值"],
  },
  neverRead: ["序号", "备注", "memo", "指标名称", "name"],
});
