import { derived, divide } from "@/metrics/define";
import enrolled from "@/metrics/definitions/enrolled";
import enrolmentTarget from "@/metrics/definitions/enrolment_target";

export default derived({
  id: "enrolment_completion_rate",
  label: { zh: "参保任务完成率", en: "Enrolment completion rate" },
  unit: "percent",
  meaning: {
    zh: "参保人数 ÷ 参保任务数。",
    en: "Enrolled ÷ target.",
  },
  better: "higher",
  formula: divide(enrolled, enrolmentTarget),
  source: { document: "医账口径", clause: "比率" },
  reviewed: "2026-11-21",
});
