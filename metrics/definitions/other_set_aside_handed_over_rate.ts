import { derived, divide } from "@/metrics/define";
import otherSetAsideAmount from "@/metrics/definitions/other_set_aside_amount";
import otherSetAsideHandedOverAmount from "@/metrics/definitions/other_set_aside_handed_over_amount";

export default derived({
  id: "other_set_aside_handed_over_rate",
  label: { zh: "其他划拨率", en: "Other set-asides handed over, share" },
  unit: "percent",
  meaning: {
    zh: "已划转其他划拨 ÷ 应划数。",
    en: "Other set-asides handed over ÷ as planned.",
  },
  better: "neither",
  formula: divide(otherSetAsideHandedOverAmount, otherSetAsideAmount),
  source: { document: "医账口径", clause: "到位率" },
  reviewed: "2026-11-21",
});
