import { byBasis, derived } from "@/metrics/define";
import annualQuotaAmount from "@/metrics/definitions/annual_quota_amount";
import pooledFundAmount from "@/metrics/definitions/pooled_fund_amount";
import pooledFundAndSurplusAmount from "@/metrics/definitions/pooled_fund_and_surplus_amount";

export default derived({
  id: "available_fund_amount",
  label: { zh: "可用基金", en: "Available fund" },
  unit: "yuan",
  meaning: {
    zh: "当年可以使用的基金，按设置的可用基金口径：①县级统筹基金，②市级下达的年度预算（控制额），③ ①加上年滚存结余。",
    en: "What may be spent in the year, on the basis that is set: ① the county's pooled fund, ② the annual quota from the city, ③ ① and the opening surplus.",
  },
  better: "neither",
  formula: byBasis({
    pooled_fund: pooledFundAmount,
    annual_quota: annualQuotaAmount,
    pooled_fund_and_surplus: pooledFundAndSurplusAmount,
  }),
  source: { document: "医账口径", clause: "可用基金" },
  reviewed: "2026-11-21",
});
