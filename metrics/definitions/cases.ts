import { measure } from "@/metrics/define";

export default measure({
  id: "cases",
  label: { zh: "人次", en: "Cases" },
  unit: "cases",
  meaning: {
    zh: "结算行的带符号计数：正常 +1，冲销 −1，计入他行的中途结算为 0。",
    en: "Signed count of settlements: +1 each, −1 for a reversal, 0 for a mid-stay settlement counted on another row.",
  },
  better: "neither",
  fact: "payments",
  sql: "sum(cases)",
  source: {
    document: "national standard SETL_D 结算信息表",
    clause: "SETL_ID, INIT_SETL_ID, REFD_SETL_FLAG, MID_SETL_FLAG",
  },
  reviewed: "2026-11-21",
});
