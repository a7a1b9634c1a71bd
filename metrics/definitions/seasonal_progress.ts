import { derived, meanShareOfPriorYears } from "@/metrics/define";
import poolPayAmount from "@/metrics/definitions/pool_pay_amount";

export default derived({
  id: "seasonal_progress",
  label: { zh: "季节性进度", en: "Seasonal progress" },
  unit: "percent",
  meaning: {
    zh: "此前至多三个完整年度同期累计支出占全年比重的均值。",
    en: "Mean share of the year spent by the same month, over up to three complete prior years.",
  },
  better: "neither",
  formula: meanShareOfPriorYears(poolPayAmount),
  fromJanuary: true,
  source: { document: "医账口径", clause: "季节性进度" },
  reviewed: "2026-11-21",
});
