import { derived, divide } from "@/metrics/define";
import enrolled from "@/metrics/definitions/enrolled";
import population from "@/metrics/definitions/population";

export default derived({
  id: "enrolment_rate",
  label: { zh: "参保率", en: "Enrolment rate" },
  unit: "percent",
  meaning: {
    zh: "参保人数 ÷ 人口数（基数见参保表）。",
    en: "Enrolled ÷ population, on the base that the enrolment extract names.",
  },
  better: "higher",
  formula: divide(enrolled, population),
  source: { document: "医账口径", clause: "比率" },
  reviewed: "2026-11-21",
});
