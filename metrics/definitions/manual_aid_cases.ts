import { measure } from "@/metrics/define";

export default measure({
  id: "manual_aid_cases",
  label: { zh: "手工救助人次", en: "Cases aided by hand" },
  unit: "cases",
  meaning: {
    zh: "结算系统外发放救助的人次；导入时未填人次的行只计金额。层级与机构未归类。",
    en: "Cases aided outside the settlement system; rows that name no count have an amount only. Tier and institution are unclassified.",
  },
  better: "neither",
  fact: "payments",
  sql: "sum(manual_cases)",
  source: { document: "医账口径", clause: "手工救助 manual_aid" },
  reviewed: "2026-11-22",
});
