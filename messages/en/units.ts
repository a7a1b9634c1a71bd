/** Names of units as they follow a number, by the ids of metrics/define. Money is shown in million yuan. */
export const units: Record<string, string> = {
  yuan: " million yuan",
  yuan_per_month: " million yuan",
  cases: " cases",
  persons: " persons",
  heads: " insured",
  days: " days",
  percent: "",
  chance: "",
  points: " percentage points",
  yuan_per_case: " yuan per case",
  yuan_per_head: " yuan per head",
  days_per_case: " days",
  cases_per_person: "",
  cases_per_hundred: " per 100",
  months: " months",
};

/** What a unit is called where it stands alone, as in the list of metrics. */
export const unitNames: Record<string, string> = {
  yuan: "million yuan",
  yuan_per_month: "million yuan per month",
  cases: "cases",
  persons: "persons",
  heads: "insured",
  days: "days",
  percent: "%",
  chance: "%",
  points: "percentage points",
  yuan_per_case: "yuan per case",
  yuan_per_head: "yuan per head",
  days_per_case: "days per case",
  cases_per_person: "cases per person",
  cases_per_hundred: "cases per 100 insured",
  months: "months",
};

export const exactYuan = " yuan";

/** Why a figure has no value. */
export const reasons: Record<string, string> = {
  no_data: "no data",
  divided_by_zero: "the denominator is zero",
  not_from_january: "only for periods that begin in January",
  no_funding_plan: "no funding plan entered",
  no_opening_surplus: "opening surplus not entered",
  no_annual_quota: "annual quota from the city not entered",
  no_enrolment: "no enrolment figures",
  no_registry: "no hardship registry for this scheme",
  no_population: "no population figure",
  column_mostly_empty: "the column it needs is mostly empty",
  too_few_months: "too few months",
  not_added: "persons are not added across institutions",
  whole_only: "only for the whole region",
  no_explaining_institution: "no single institution explains more than half of the change",
  too_little_history: "too little history for this method",
  no_past_year: "no past year to test on",
  no_interval: "no interval is given",
  no_own_projection: "too little data: its share of the whole, without an interval of its own",
  too_few_imports: "too few imports to learn completeness from",
};
