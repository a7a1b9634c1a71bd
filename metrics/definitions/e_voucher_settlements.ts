import { measure } from "@/metrics/define";

export default measure({
  id: "e_voucher_settlements",
  label: { zh: "电子凭证结算笔数", en: "Settlements with the e-voucher" },
  unit: "cases",
  meaning: {
    zh: "就诊凭证类型为医保电子凭证（01）的结算笔数。",
    en: "Settlements whose certificate kind is the e-voucher (01).",
  },
  better: "neither",
  fact: "payments",
  sql: "sum(case when not settled or voucher_kind is distinct from '01' then 0 when reversal then -1 else 1 end)",
  column: { name: "voucher_kind", among: "settlements" },
  source: { document: "national standard SETL_D 结算信息表", clause: "MDTRT_CERT_TYPE" },
  reviewed: "2026-11-21",
});
