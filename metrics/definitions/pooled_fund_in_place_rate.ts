import { derived, divide } from "@/metrics/define";
import pooledFundAmount from "@/metrics/definitions/pooled_fund_amount";
import pooledFundInPlaceAmount from "@/metrics/definitions/pooled_fund_in_place_amount";

export default derived({
  id: "pooled_fund_in_place_rate",
  label: { zh: "县级统筹基金到位率", en: "County's pooled fund, in-place rate" },
  unit: "percent",
  meaning: {
    zh: "县级统筹基金到位数 ÷ 县级统筹基金应有数。",
    en: "County's pooled fund in place ÷ as planned.",
  },
  better: "higher",
  formula: divide(pooledFundInPlaceAmount, pooledFundAmount),
  source: { document: "医账口径", clause: "到位率" },
  reviewed: "2026-11-21",
});
