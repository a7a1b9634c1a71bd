import { measure } from "@/metrics/define";

export default measure({
  id: "account_pay_amount",
  label: { zh: "个人账户支付", en: "Personal account" },
  unit: "yuan",
  meaning: {
    zh: "个人账户支出。",
    en: "Paid from personal accounts.",
  },
  better: "neither",
  fact: "payments",
  sql: "sum(account_pay_amount)",
  column: { name: "account_pay_amount", among: "settlements" },
  source: { document: "national standard SETL_D 结算信息表", clause: "ACCT_PAY" },
  reviewed: "2026-11-21",
});
