import { derived, regional, subtract } from "@/metrics/define";
import burnRate from "@/metrics/definitions/burn_rate";
import linearProgress from "@/metrics/definitions/linear_progress";

export default derived({
  id: "burn_rate_ahead_of_linear_progress",
  label: { zh: "快于序时进度", en: "Ahead of linear progress" },
  unit: "points",
  meaning: {
    zh: "基金使用率 − 序时进度，百分点；为正即快于序时。",
    en: "Burn rate − linear progress in percentage points; positive is ahead of time.",
  },
  better: "lower",
  formula: subtract(regional(burnRate), linearProgress),
  fromJanuary: true,
  source: { document: "医账口径", clause: "序时进度" },
  reviewed: "2026-11-21",
});
