import { derived, regional, subtract } from "@/metrics/define";
import burnRate from "@/metrics/definitions/burn_rate";
import seasonalProgress from "@/metrics/definitions/seasonal_progress";

export default derived({
  id: "burn_rate_ahead_of_seasonal_progress",
  label: { zh: "快于季节性进度", en: "Ahead of seasonal progress" },
  unit: "points",
  meaning: {
    zh: "基金使用率 − 季节性进度，百分点；为正即快于往年同期进度。",
    en: "Burn rate − seasonal progress in percentage points; positive is ahead of earlier years.",
  },
  better: "lower",
  formula: subtract(regional(burnRate), seasonalProgress),
  fromJanuary: true,
  source: { document: "医账口径", clause: "季节性进度" },
  reviewed: "2026-11-21",
});
