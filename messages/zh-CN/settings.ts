/** 可用基金口径: its name, and what it leaves out or takes in. */
export const bases = {
  pooled_fund: { name: "①县级统筹基金", counted: "未计滚存结余" },
  annual_quota: { name: "②市级下达的年度预算（控制额）", counted: "按市级下达的年度预算计" },
  pooled_fund_and_surplus: { name: "③县级统筹基金加上年滚存结余", counted: "已计上年滚存结余" },
} as const;

/** Words that go with a number or a rule that a bureau has set. */
export const localRules = {
  basis: "可用基金口径",
  basisNamed: "可用基金口径：{basis}",
  basisAsSet: "按设置：{basis}",
  unconfirmed: "本地参数，待确认",
  eventNote: "{month}起{text}，与以前不宜直接比较（{document}）",
} as const;
