import { add, derived } from "@/metrics/define";
import openingSurplusAmount from "@/metrics/definitions/opening_surplus_amount";
import pooledFundAmount from "@/metrics/definitions/pooled_fund_amount";

export default derived({
  id: "pooled_fund_and_surplus_amount",
  label: { zh: "县级统筹基金与上年滚存结余", en: "County's pooled fund and opening surplus" },
  unit: "yuan",
  meaning: {
    zh: "县级统筹基金 + 上年滚存结余（可用基金口径③）；未录入上年滚存结余则无值。",
    en: "The county's pooled fund + the opening surplus (basis ③ of the available fund); no value without the opening surplus.",
  },
  better: "neither",
  formula: add(pooledFundAmount, openingSurplusAmount),
  source: { document: "医账口径", clause: "可用基金" },
  reviewed: "2026-11-21",
});
