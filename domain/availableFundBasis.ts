/**
 * 可用基金口径: what a county may spend in a year. pooled_fund ① 县级统筹基金; annual_quota ② 市级下达的年度预算、控制额, where a
 * county under city-level pooling holds a quota and no fund; pooled_fund_and_surplus ③ ① + 上年滚存结余.
 */
export const availableFundBases = ["pooled_fund", "annual_quota", "pooled_fund_and_surplus"] as const;
export type AvailableFundBasis = (typeof availableFundBases)[number];

/** What holds where a bureau has set nothing. */
export const usualBasis: AvailableFundBasis = "pooled_fund";

export function isAvailableFundBasis(text: string): text is AvailableFundBasis {
  return (availableFundBases as readonly string[]).includes(text);
}
