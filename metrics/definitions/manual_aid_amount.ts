import { measure } from "@/metrics/define";

export default measure({
  id: "manual_aid_amount",
  label: { zh: "手工救助", en: "Aid paid by hand" },
  unit: "yuan",
  meaning: {
    zh: "结算系统外发放的救助，已含在其他保障中；层级与机构未归类。",
    en: "Aid paid outside the settlement system, part of other guarantees; its tier and institution are unclassified.",
  },
  better: "neither",
  fact: "payments",
  sql: "sum(case when settled then 0 else other_guarantee_pay_amount end)",
  source: { document: "医账口径", clause: "手工救助 manual_aid" },
  reviewed: "2026-11-21",
});
