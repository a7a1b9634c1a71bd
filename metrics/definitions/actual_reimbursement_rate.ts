import { derived, divide } from "@/metrics/define";
import guaranteedPayAmount from "@/metrics/definitions/guaranteed_pay_amount";
import totalFeeAmount from "@/metrics/definitions/total_fee_amount";

export default derived({
  id: "actual_reimbursement_rate",
  label: { zh: "三重保障综合报销比例", en: "Actual reimbursement rate" },
  unit: "percent",
  meaning: {
    zh: "（统筹 + 大病 + 救助 + 其他保障）÷ 医疗总费用；与 90% 提示线相比的即此率。",
    en: "(Pool + serious illness + aid + other guarantees) ÷ total fee; the rate that the 90% line compares with.",
  },
  better: "neither",
  formula: divide(guaranteedPayAmount, totalFeeAmount),
  source: { document: "医账口径", clause: "比率" },
  reviewed: "2026-11-21",
});
