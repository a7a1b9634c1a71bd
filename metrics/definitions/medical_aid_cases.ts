import { measure } from "@/metrics/define";

export default measure({
  id: "medical_aid_cases",
  label: { zh: "系统内救助人次", en: "Cases with medical aid" },
  unit: "cases",
  meaning: {
    zh: "有医疗救助支付的结算人次：正常 +1，冲销 −1。",
    en: "Signed count of the settlements that medical aid paid a part of: +1 each, −1 for a reversal.",
  },
  better: "neither",
  fact: "payments",
  sql: "sum(case when medical_aid_pay_amount <> 0 then cases else 0 end)",
  column: { name: "medical_aid_pay_amount", among: "settlements" },
  source: { document: "national standard SETL_D 结算信息表", clause: "MAF_PAY, SETL_ID, REFD_SETL_FLAG" },
  reviewed: "2026-11-22",
});
