import { derived, divide, regional } from "@/metrics/define";
import poolPayAmount from "@/metrics/definitions/pool_pay_amount";

export default derived({
  id: "pool_pay_share_of_expenditure",
  label: { zh: "占基金支出", en: "Share of fund expenditure" },
  unit: "percent",
  meaning: {
    zh: "统筹基金支出 ÷ 本地区本险种同期统筹基金支出总额，不随筛选而变。",
    en: "Pool payments ÷ all pool payments of the region and scheme in the period, whatever the filter.",
  },
  better: "neither",
  formula: divide(poolPayAmount, regional(poolPayAmount)),
  source: { document: "医账口径", clause: "比率" },
  reviewed: "2026-11-21",
});
