import { measure } from "@/metrics/define";

export default measure({
  id: "settlements",
  label: { zh: "结算笔数", en: "Settlements" },
  unit: "cases",
  meaning: {
    zh: "结算行数，冲销为 −1；含中途结算。",
    en: "Settlement rows, −1 for a reversal; mid-stay settlements included.",
  },
  better: "neither",
  fact: "payments",
  sql: "sum(case when not settled then 0 when reversal then -1 else 1 end)",
  source: { document: "national standard SETL_D 结算信息表", clause: "SETL_ID" },
  reviewed: "2026-11-21",
});
