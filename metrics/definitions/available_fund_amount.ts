import { derived, subtract } from "@/metrics/define";
import otherSetAsideAmount from "@/metrics/definitions/other_set_aside_amount";
import premiumAmount from "@/metrics/definitions/premium_amount";
import totalFundAmount from "@/metrics/definitions/total_fund_amount";

export default derived({
  id: "available_fund_amount",
  label: { zh: "可用基金", en: "Available fund" },
  unit: "yuan",
  meaning: {
    zh: "基金总量减大病及意外险划拨、其他划拨（口径①县级统筹基金，未计上年滚存结余）。",
    en: "Total fund less premiums and other set-asides (basis ①, the county's pooled fund, without last year's surplus).",
  },
  better: "neither",
  formula: subtract(totalFundAmount, premiumAmount, otherSetAsideAmount),
  source: { document: "医账口径", clause: "可用基金" },
  reviewed: "2026-11-21",
});
