import { derived, divide, regional } from "@/metrics/define";
import availableFundAmount from "@/metrics/definitions/available_fund_amount";
import poolPayAmount from "@/metrics/definitions/pool_pay_amount";

export default derived({
  id: "burn_rate",
  label: { zh: "基金使用率", en: "Burn rate" },
  unit: "percent",
  meaning: {
    zh: "1 月 1 日至期末的统筹基金支出 ÷ 当年可用基金；仅对 1 月起的期间有值。",
    en: "Pool payments from 1 January to the period's end ÷ the year's available fund; only for periods that begin in January.",
  },
  better: "lower",
  formula: divide(poolPayAmount, regional(availableFundAmount)),
  fromJanuary: true,
  source: { document: "医账口径", clause: "基金使用率" },
  reviewed: "2026-11-21",
});
