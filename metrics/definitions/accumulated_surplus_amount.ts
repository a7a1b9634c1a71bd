import { derived, regional, subtract } from "@/metrics/define";
import incomeAndOpeningSurplusAmount from "@/metrics/definitions/income_and_opening_surplus_amount";
import poolPayAmount from "@/metrics/definitions/pool_pay_amount";
import premiumInPlaceAmount from "@/metrics/definitions/premium_in_place_amount";

export default derived({
  id: "accumulated_surplus_amount",
  label: { zh: "滚存结余", en: "Accumulated surplus" },
  unit: "yuan",
  meaning: {
    zh: "上年滚存结余 + 到位收入 − 当年统筹基金支出 − 已划转保费及提取。",
    en: "Opening surplus + income in place − pool payments of the year to date − premiums and set-asides handed over.",
  },
  better: "higher",
  formula: subtract(incomeAndOpeningSurplusAmount, regional(poolPayAmount, "year_to_date"), premiumInPlaceAmount),
  source: { document: "医账口径", clause: "滚存结余" },
  reviewed: "2026-11-21",
});
