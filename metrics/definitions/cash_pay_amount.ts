import { measure } from "@/metrics/define";

export default measure({
  id: "cash_pay_amount",
  label: { zh: "个人现金支付", en: "Cash" },
  unit: "yuan",
  meaning: {
    zh: "个人现金支出。",
    en: "Paid in cash by the person.",
  },
  better: "neither",
  fact: "payments",
  sql: "sum(cash_pay_amount)",
  column: { name: "cash_pay_amount", among: "settlements" },
  source: { document: "national standard SETL_D 结算信息表", clause: "CASH_PAYAMT" },
  reviewed: "2026-11-21",
});
