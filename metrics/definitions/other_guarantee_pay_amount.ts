import { measure } from "@/metrics/define";

export default measure({
  id: "other_guarantee_pay_amount",
  label: { zh: "其他保障", en: "Other guarantees" },
  unit: "yuan",
  meaning: {
    zh: "补充保险、政府兜底等支付，含系统外手工救助。",
    en: "Supplementary insurance, government top-ups and aid paid by hand outside the settlement system.",
  },
  better: "neither",
  fact: "payments",
  sql: "sum(other_guarantee_pay_amount)",
  column: { name: "other_guarantee_pay_amount", among: "settlements" },
  source: { document: "national standard SETL_D 结算信息表", clause: "HIFES_PAY + OTHFUND_PAY" },
  reviewed: "2026-11-21",
});
