import { measure } from "@/metrics/define";

export default measure({
  id: "in_scope_fee_amount",
  label: { zh: "政策范围内费用", en: "In-scope fee" },
  unit: "yuan",
  meaning: {
    zh: "总费用中符合政策范围的部分。",
    en: "The part of the fee that policy covers.",
  },
  better: "neither",
  fact: "payments",
  sql: "sum(in_scope_fee_amount)",
  column: { name: "in_scope_fee_amount", among: "settlements" },
  source: { document: "national standard SETL_D 结算信息表", clause: "INSCP_AMT" },
  reviewed: "2026-11-21",
});
