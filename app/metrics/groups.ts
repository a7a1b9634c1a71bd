import { type Metric, measuresOf } from "@/metrics/define";
import { registry } from "@/metrics/registry.gen";

export const groups = ["fund", "fund_rates", "payments", "volume", "enrolment", "care_rates"] as const;
export type Group = (typeof groups)[number];

const amounts = new Set(["yuan", "yuan_per_month", "yuan_per_head"]);
const counts = new Set(["cases", "persons", "heads", "days"]);

/** Where a metric stands in the list: by what it is made of and what it is measured in. */
export function groupOf(metric: Metric): Group {
  const facts = new Set(measuresOf(metric).map((measure) => measure.fact));
  const ofFund = facts.size === 0 || facts.has("funding_plans") || facts.has("funding_receipts");
  if (ofFund) return amounts.has(metric.unit) || counts.has(metric.unit) ? "fund" : "fund_rates";
  if (amounts.has(metric.unit)) return "payments";
  if (!facts.has("payments")) return "enrolment";
  return counts.has(metric.unit) ? "volume" : "care_rates";
}

/** What readers look for first; the others follow by id. */
const leading = [
  "total_fund_amount",
  "available_fund_amount",
  "pooled_fund_amount",
  "annual_quota_amount",
  "pooled_fund_and_surplus_amount",
  "available_fund_by_enrolment_amount",
  "income_in_place_amount",
  "subsidy_planned_amount",
  "subsidy_in_place_amount",
  "individual_planned_amount",
  "individual_in_place_amount",
  "accumulated_surplus_amount",
  "burn_rate",
  "linear_progress",
  "burn_rate_ahead_of_linear_progress",
  "seasonal_progress",
  "pool_pay_share_of_available_fund",
  "subsidy_in_place_rate",
  "pool_pay_amount",
  "total_fee_amount",
  "in_scope_fee_amount",
  "cases",
  "persons",
  "inpatient_cases",
  "enrolled",
  "fee_per_case",
  "pool_pay_per_case",
  "pool_pay_share_of_expenditure",
  "pool_payment_rate",
];

const place = ({ id }: Metric) => (leading.includes(id) ? leading.indexOf(id) : leading.length);

export const allMetrics: readonly Metric[] = Object.values(registry).sort(
  (a: Metric, b: Metric) => place(a) - place(b) || (a.id < b.id ? -1 : 1),
);

export const metricById = (id: string): Metric | null => allMetrics.find((metric) => metric.id === id) ?? null;

/** Metrics whose name, id or definition contains every word of `text`, in either language. */
export function searchMetrics(text: string): Metric[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return allMetrics.filter((metric) => {
    const { id, label, meaning } = metric;
    const hay = [id, label.zh, label.en, meaning.zh, meaning.en].join("\n").toLowerCase();
    return words.every((word) => hay.includes(word));
  });
}
