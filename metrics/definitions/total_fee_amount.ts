import { measure } from "@/metrics/define";

export default measure({
  id: "total_fee_amount",
  label: { zh: "医疗总费用", en: "Total fee" },
  unit: "yuan",
  meaning: {
    zh: "结算的医疗费总额，冲销为负。",
    en: "Medical fees of the settlements, net of reversals.",
  },
  better: "neither",
  fact: "payments",
  sql: "sum(total_fee_amount)",
  source: { document: "national standard SETL_D 结算信息表", clause: "MEDFEE_SUMAMT" },
  reviewed: "2026-11-21",
});
