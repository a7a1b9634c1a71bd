import { add, derived } from "@/metrics/define";
import incomeInPlaceAmount from "@/metrics/definitions/income_in_place_amount";
import openingSurplusAmount from "@/metrics/definitions/opening_surplus_amount";

export default derived({
  id: "income_and_opening_surplus_amount",
  label: { zh: "上年结余与到位收入", en: "Opening surplus and income in place" },
  unit: "yuan",
  meaning: {
    zh: "上年滚存结余 + 到位收入。",
    en: "Opening surplus + income in place.",
  },
  better: "neither",
  formula: add(openingSurplusAmount, incomeInPlaceAmount),
  source: { document: "医账口径", clause: "滚存结余" },
  reviewed: "2026-11-21",
});
