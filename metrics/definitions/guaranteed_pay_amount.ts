import { add, derived } from "@/metrics/define";
import medicalAidPayAmount from "@/metrics/definitions/medical_aid_pay_amount";
import otherGuaranteePayAmount from "@/metrics/definitions/other_guarantee_pay_amount";
import poolPayAmount from "@/metrics/definitions/pool_pay_amount";
import seriousIllnessPayAmount from "@/metrics/definitions/serious_illness_pay_amount";

export default derived({
  id: "guaranteed_pay_amount",
  label: { zh: "三重保障及其他保障支付", en: "Triple guarantee and other guarantees" },
  unit: "yuan",
  meaning: {
    zh: "统筹基金 + 大病保险 + 医疗救助 + 其他保障。",
    en: "Pool + serious illness + medical aid + other guarantees.",
  },
  better: "neither",
  formula: add(poolPayAmount, seriousIllnessPayAmount, medicalAidPayAmount, otherGuaranteePayAmount),
  source: { document: "医账口径", clause: "三重保障" },
  reviewed: "2026-11-21",
});
