import { derived, divide } from "@/metrics/define";
import fundInPlaceAmount from "@/metrics/definitions/fund_in_place_amount";
import totalFundAmount from "@/metrics/definitions/total_fund_amount";

export default derived({
  id: "in_place_rate",
  label: { zh: "到位率", en: "In-place rate" },
  unit: "percent",
  meaning: {
    zh: "到位数 ÷ 应筹数（财政补助与个人缴费）。",
    en: "In place ÷ planned, subsidies and individual contributions.",
  },
  better: "higher",
  formula: divide(fundInPlaceAmount, totalFundAmount),
  source: { document: "医账口径", clause: "到位率" },
  reviewed: "2026-11-21",
});
