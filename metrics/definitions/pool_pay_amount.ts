import { measure } from "@/metrics/define";

export default measure({
  id: "pool_pay_amount",
  label: { zh: "统筹基金支出", en: "Pool payments" },
  unit: "yuan",
  meaning: {
    zh: "基本医保统筹基金支付，即消耗可用基金的部分；医保结算（记账）数，非财务拨付数。",
    en: "What the pooled fund of basic insurance paid and what burns the available fund; as settled, not as paid out.",
  },
  better: "neither",
  fact: "payments",
  sql: "sum(pool_pay_amount)",
  source: { document: "national standard SETL_D 结算信息表", clause: "HIFP_PAY" },
  reviewed: "2026-11-21",
});
