/**
 * 可用基金口径: what a county may spend in a year. pooled_fund ① 县级统筹基金; annual_quota ② 市级下达的年度预算、控制额, where a
 * county under city-level pooling holds a quota and no fund; pooled_fund_and_surplus ③ ① + 上年滚存结余.
 */
export const availableFundBases = ["pooled_fund", "annual_quota", "pooled_fund_and_surplus"] as const;
export type AvailableFundBasis = (typeof availableFundBases)[number];

/** As offices number them. */
export const basisMark: Readonly<Record<AvailableFundBasis, string>> = {
  pooled_fund: "①",
  annual_quota: "②",
  pooled_fund_and_surplus: "③",
};

/** What holds where a bureau has set nothing. */
export const usualBasis: AvailableFundBasis = "pooled_fund";

export function isAvailableFundBasis(text: string): text is AvailableFundBasis {
  return (availableFundBases as readonly string[]).includes(text);
}

/** The bases that a bureau has set, by `basisKey`. */
export type BasesSet = Readonly<Record<string, AvailableFundBasis>>;

/** Scheme and year that a basis is set for, `390/2018`. */
export const basisKey = (scheme: string, year: string) => `${scheme}/${year}`;

/** The basis that holds for a scheme and year. */
export function basisOn(bases: BasesSet, scheme: string, year: string): AvailableFundBasis {
  return bases[basisKey(scheme, year)] ?? usualBasis;
}
