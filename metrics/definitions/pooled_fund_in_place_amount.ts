import { derived, subtract } from "@/metrics/define";
import fundInPlaceAmount from "@/metrics/definitions/fund_in_place_amount";
import premiumInPlaceAmount from "@/metrics/definitions/premium_in_place_amount";

export default derived({
  id: "pooled_fund_in_place_amount",
  label: { zh: "县级统筹基金（到位）", en: "County's pooled fund in place" },
  unit: "yuan",
  meaning: {
    zh: "基金到位数减已划转保费及提取。",
    en: "Fund in place less premiums and set-asides handed over.",
  },
  better: "neither",
  formula: subtract(fundInPlaceAmount, premiumInPlaceAmount),
  source: { document: "医账口径", clause: "到位 funding" },
  reviewed: "2026-11-21",
});
