import { measure } from "@/metrics/define";

export default measure({
  id: "serious_illness_pay_amount",
  label: { zh: "大病保险赔付", en: "Serious-illness payouts" },
  unit: "yuan",
  meaning: {
    zh: "承办机构的赔付；基金自身的成本是划转的保费。",
    en: "The insurer's payouts; the fund's own cost is the premium.",
  },
  better: "neither",
  fact: "payments",
  sql: "sum(serious_illness_pay_amount)",
  column: { name: "serious_illness_pay_amount", among: "settlements" },
  source: { document: "national standard SETL_D 结算信息表", clause: "HIFMI_PAY" },
  reviewed: "2026-11-21",
});
