import { derived, divide } from "@/metrics/define";
import inScopeFeeAmount from "@/metrics/definitions/in_scope_fee_amount";
import poolPayAmount from "@/metrics/definitions/pool_pay_amount";

export default derived({
  id: "in_policy_reimbursement_rate",
  label: { zh: "政策范围内报销比例", en: "In-policy reimbursement rate" },
  unit: "percent",
  meaning: {
    zh: "统筹基金支出 ÷ 政策范围内费用。",
    en: "Pool payments ÷ in-scope fee.",
  },
  better: "neither",
  formula: divide(poolPayAmount, inScopeFeeAmount),
  source: { document: "医账口径", clause: "比率" },
  reviewed: "2026-11-21",
});
