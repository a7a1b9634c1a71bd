import type { ListMeasure } from "@/domain/load";

/** 导入或版本之间，名册、筹资等内容的变化。 */
export const listChanges = {
  title: "名册、筹资等内容的变化",
  previewTitle: "发布后名册、筹资等内容的变化",
  unknown: "名册、筹资等内容的变化没有记录：这次导入由较早的程序读入。",
  part: "期间",
  item: "分项",
  before: "原",
  after: "新",
  change: "增减",
  whole: "全部",
  rows: "行数（行）",
  otherColumns: "{rows}行的其他内容有改动",
  line: "  {what}，{measure}：{before} → {after}",
} as const;

export const listMeasureNames: Record<ListMeasure, string> = {
  enrolled: "参保人数（人）",
  target: "目标人数（人）",
  population: "人口数（人）",
  planned_amount: "应筹（元）",
  in_place_amount: "到位（元）",
  cases: "人次",
  amount: "金额（元）",
  value: "指标值",
  persons: "人数（人）",
};
