import type { AttainmentChance, DeviationCause, FundManagementTopic } from "@/domain/assessment";
import type { BudgetSource } from "@/domain/projectBudget";
import type { IndicatorUnit } from "@/domain/rubric";
import type { QualitativeGrade, ScoreKind } from "@/domain/scoring/scored";

/** What is said of indicators, their values and their points, wherever they stand: on pages, in forms, on the command line. */
export const indicators = {
  provisional: "测算得分，以主管部门认定为准",
  provisionalValues: "测算结果，以主管部门认定为准",
  pending: "待定",
  notApplicable: "不适用",
  yes: "是",
  no: "否",
  quality: "{grade}（{share}）",
  findings: "发现{count}项",
  noFindings: "未发现问题",
  marks: "{kind}{marks}分",
  interval: "{low}—{high}",
} as const;

/** As they follow a number. */
export const indicatorUnits: Record<IndicatorUnit, string> = {
  percent: "%",
  persons: "人",
  cases: "人次",
  yuan: "元",
  ten_thousand_yuan: "万元",
  yuan_per_head: "元/人",
  months: "个月",
  days: "天",
  times: "次",
  number: "",
  text: "",
};

export const qualitativeGrades: Record<QualitativeGrade, string> = {
  reached: "达成预期指标",
  partly: "部分达成预期指标并具有一定效果",
  missed: "未达成预期指标且效果较差",
};

export const scoreKinds: Record<ScoreKind, string> = { self: "自评", estimate: "预估", review: "复评" };

export const attainmentChances: Record<AttainmentChance, string> = {
  certain: "确定能",
  possible: "有可能",
  impossible: "完全不可能",
};

export const deviationCauses: Record<DeviationCause, string> = {
  funds: "经费",
  rules: "制度",
  staff: "人员",
  equipment: "硬件",
  other: "其他",
};

export const budgetSources: Record<BudgetSource, string> = {
  this_year: "当年财政拨款",
  carried_over: "上年结转资金",
  other: "其他资金",
  central: "中央财政资金",
  local: "地方资金",
  lottery: "彩票公益金",
};

export const fundManagementTopics: Record<FundManagementTopic, string> = {
  allocation: "分配科学性",
  handing_down: "下达及时性",
  payment: "拨付合规性",
  use: "使用规范性",
  execution: "执行准确性",
  performance_management: "预算绩效管理情况",
  spending_duty: "支出责任履行情况",
};
