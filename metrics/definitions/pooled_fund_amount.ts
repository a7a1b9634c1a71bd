import { derived, subtract } from "@/metrics/define";
import otherSetAsideAmount from "@/metrics/definitions/other_set_aside_amount";
import premiumAmount from "@/metrics/definitions/premium_amount";
import totalFundAmount from "@/metrics/definitions/total_fund_amount";

export default derived({
  id: "pooled_fund_amount",
  label: { zh: "县级统筹基金", en: "County's pooled fund" },
  unit: "yuan",
  meaning: {
    zh: "基金总量减大病及意外险划拨、其他划拨，未计上年滚存结余（可用基金口径①）。",
    en: "Total fund less premiums and other set-asides, without last year's surplus (basis ① of the available fund).",
  },
  better: "neither",
  formula: subtract(totalFundAmount, premiumAmount, otherSetAsideAmount),
  source: { document: "医账口径", clause: "可用基金" },
  reviewed: "2026-11-21",
});
