import { derived, elapsedShareOfYear } from "@/metrics/define";

export default derived({
  id: "linear_progress",
  label: { zh: "序时进度", en: "Linear progress" },
  unit: "percent",
  meaning: {
    zh: "已过月数 ÷ 12。",
    en: "Months gone by ÷ 12.",
  },
  better: "neither",
  formula: elapsedShareOfYear(),
  fromJanuary: true,
  source: { document: "医账口径", clause: "序时进度" },
  reviewed: "2026-11-21",
});
