import { derived, divide } from "@/metrics/define";
import cases from "@/metrics/definitions/cases";
import poolPayAmount from "@/metrics/definitions/pool_pay_amount";

export default derived({
  id: "pool_pay_per_case",
  label: { zh: "次均基金支出", en: "Pool payment per case" },
  unit: "yuan_per_case",
  meaning: {
    zh: "统筹基金支出 ÷ 人次。",
    en: "Pool payments ÷ cases.",
  },
  better: "neither",
  formula: divide(poolPayAmount, cases),
  source: { document: "医账口径", clause: "比率" },
  reviewed: "2026-11-21",
});
