import { add, derived } from "@/metrics/define";
import manualAidAmount from "@/metrics/definitions/manual_aid_amount";
import medicalAidPayAmount from "@/metrics/definitions/medical_aid_pay_amount";

export default derived({
  id: "all_aid_amount",
  label: { zh: "救助金额", en: "Aid paid" },
  unit: "yuan",
  meaning: {
    zh: "医疗救助基金支付 + 手工救助。",
    en: "Paid by the medical aid fund + paid by hand.",
  },
  better: "neither",
  formula: add(medicalAidPayAmount, manualAidAmount),
  source: { document: "医账口径", clause: "手工救助 manual_aid" },
  reviewed: "2026-11-22",
});
