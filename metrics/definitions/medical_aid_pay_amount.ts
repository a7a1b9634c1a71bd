import { measure } from "@/metrics/define";

export default measure({
  id: "medical_aid_pay_amount",
  label: { zh: "医疗救助", en: "Medical aid" },
  unit: "yuan",
  meaning: {
    zh: "医疗救助基金支付。",
    en: "Paid by the medical aid fund.",
  },
  better: "neither",
  fact: "payments",
  sql: "sum(medical_aid_pay_amount)",
  column: { name: "medical_aid_pay_amount", among: "settlements" },
  source: { document: "national standard SETL_D 结算信息表", clause: "MAF_PAY" },
  reviewed: "2026-11-21",
});
