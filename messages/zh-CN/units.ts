/** Names of units as they follow a number, by the ids of metrics/define. Money is shown in 万元. */
export const units: Record<string, string> = {
  yuan: "万元",
  yuan_per_month: "万元",
  cases: "人次",
  persons: "人",
  heads: "人",
  days: "天",
  percent: "",
  chance: "",
  points: "个百分点",
  yuan_per_case: "元/人次",
  yuan_per_head: "元/人",
  days_per_case: "天",
  cases_per_person: "",
  cases_per_hundred: "人次/百人",
  months: "个月",
};

/** What a unit is called where it stands alone, as in the list of metrics. */
export const unitNames: Record<string, string> = {
  yuan: "万元",
  yuan_per_month: "万元/月",
  cases: "人次",
  persons: "人",
  heads: "人",
  days: "天",
  percent: "%",
  chance: "%",
  points: "百分点",
  yuan_per_case: "元/人次",
  yuan_per_head: "元/人",
  days_per_case: "天/人次",
  cases_per_person: "人次/人",
  cases_per_hundred: "人次/百人",
  months: "月",
};

export const exactYuan = "元";

/** Why a figure has no value. */
export const reasons: Record<string, string> = {
  no_data: "没有数据",
  divided_by_zero: "分母为零",
  not_from_january: "只对1月起的期间有值",
  no_funding_plan: "未录入筹资计划",
  no_opening_surplus: "未录入上年滚存结余",
  no_annual_quota: "未录入市级下达的年度预算（控制额）",
  no_enrolment: "没有参保人数",
  no_registry: "没有这个险种的困难人员名册",
  no_population: "没有人口数",
  column_mostly_empty: "所需字段大多为空",
  too_few_months: "月份不足",
  not_added: "人数不可跨机构相加",
  whole_only: "只对整个地区有值",
  no_explaining_institution: "没有哪一家机构单独解释一半以上的变动",
  too_little_history: "往年数据不足，这个方法给不出数",
  no_past_year: "没有可供检验的往年",
  no_interval: "不给区间",
  no_own_projection: "数据太少，按占比分摊，不单独给区间",
  too_few_imports: "导入次数太少，还学不出完整度",
};
