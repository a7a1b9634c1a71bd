import { derived, divide } from "@/metrics/define";
import eVoucherSettlements from "@/metrics/definitions/e_voucher_settlements";
import settlements from "@/metrics/definitions/settlements";

export default derived({
  id: "e_voucher_settlement_rate",
  label: { zh: "医保电子凭证结算率", en: "E-voucher settlement rate" },
  unit: "percent",
  meaning: {
    zh: "使用医保电子凭证的结算笔数 ÷ 全部结算笔数。",
    en: "Settlements with the e-voucher ÷ all settlements.",
  },
  better: "neither",
  formula: divide(eVoucherSettlements, settlements),
  source: { document: "医账口径", clause: "比率" },
  reviewed: "2026-11-21",
});
