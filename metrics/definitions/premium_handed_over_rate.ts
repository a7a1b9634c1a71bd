import { derived, divide } from "@/metrics/define";
import premiumAmount from "@/metrics/definitions/premium_amount";
import premiumHandedOverAmount from "@/metrics/definitions/premium_handed_over_amount";

export default derived({
  id: "premium_handed_over_rate",
  label: { zh: "大病及意外险划拨率", en: "Premiums handed over, share" },
  unit: "percent",
  meaning: {
    zh: "已划转保费 ÷ 应划保费。",
    en: "Premiums handed over ÷ premiums as planned.",
  },
  better: "neither",
  formula: divide(premiumHandedOverAmount, premiumAmount),
  source: { document: "医账口径", clause: "到位率" },
  reviewed: "2026-11-21",
});
