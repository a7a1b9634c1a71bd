import { derived, divide } from "@/metrics/define";
import inCountyPoolPayAmount from "@/metrics/definitions/in_county_pool_pay_amount";
import poolPayAmount from "@/metrics/definitions/pool_pay_amount";

export default derived({
  id: "in_county_pool_pay_share",
  label: { zh: "县域内基金支出占比", en: "In-county share of pool payments" },
  unit: "percent",
  meaning: {
    zh: "乡镇与县级统筹基金支出 ÷ 全部统筹基金支出。",
    en: "Township and county pool payments ÷ all pool payments.",
  },
  better: "neither",
  formula: divide(inCountyPoolPayAmount, poolPayAmount),
  source: { document: "医账口径", clause: "县域内占比" },
  reviewed: "2026-11-21",
});
