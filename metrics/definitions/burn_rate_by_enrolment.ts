import { derived, divide, regional } from "@/metrics/define";
import availableFundByEnrolmentAmount from "@/metrics/definitions/available_fund_by_enrolment_amount";
import poolPayAmount from "@/metrics/definitions/pool_pay_amount";

export default derived({
  id: "burn_rate_by_enrolment",
  label: { zh: "基金使用率（按实际参保人数）", en: "Burn rate by actual enrolment" },
  unit: "percent",
  meaning: {
    zh: "统筹基金支出 ÷ 按实际参保人数计的可用基金（口径①县级统筹基金）。",
    en: "Pool payments ÷ the available fund by actual enrolment (basis ①, the county's pooled fund).",
  },
  better: "lower",
  formula: divide(poolPayAmount, regional(availableFundByEnrolmentAmount)),
  fromJanuary: true,
  source: { document: "医账口径", clause: "基金使用率" },
  reviewed: "2026-11-21",
});
