import type { AttainmentChance, DeviationCause, FundManagementTopic } from "@/domain/assessment";
import type { BudgetSource } from "@/domain/projectBudget";
import type { IndicatorUnit } from "@/domain/rubric";
import type { QualitativeGrade, ScoreKind } from "@/domain/scoring/scored";

/** What is said of indicators, their values and their points, wherever they stand: on pages, in forms, on the command line. */
export const indicators = {
  provisional: "Worked out by this system; the competent department's finding holds",
  provisionalValues: "Worked out by this system; the competent department's finding holds",
  pending: "pending",
  notApplicable: "not applicable",
  yes: "yes",
  no: "no",
  quality: "{grade} ({share})",
  findings: "{count} found",
  noFindings: "nothing found",
  marks: "{kind} {marks}",
  interval: "{low}–{high}",
} as const;

/** As they follow a number. */
export const indicatorUnits: Record<IndicatorUnit, string> = {
  percent: "%",
  persons: " persons",
  cases: " cases",
  yuan: " yuan",
  ten_thousand_yuan: " × 10,000 yuan",
  yuan_per_head: " yuan per head",
  months: " months",
  days: " days",
  times: " times",
  number: "",
  text: "",
};

export const qualitativeGrades: Record<QualitativeGrade, string> = {
  reached: "reached as expected",
  partly: "partly reached, with some effect",
  missed: "missed, with little effect",
};

export const scoreKinds: Record<ScoreKind, string> = { self: "self", estimate: "estimate", review: "review" };

export const attainmentChances: Record<AttainmentChance, string> = {
  certain: "certain",
  possible: "possible",
  impossible: "impossible",
};

export const deviationCauses: Record<DeviationCause, string> = {
  funds: "Funds",
  rules: "Rules",
  staff: "Staff",
  equipment: "Equipment",
  other: "Other",
};

export const budgetSources: Record<BudgetSource, string> = {
  this_year: "Granted this year",
  carried_over: "Carried over",
  other: "Other money",
  central: "Central government",
  local: "Local governments",
  lottery: "Welfare lottery",
};

export const fundManagementTopics: Record<FundManagementTopic, string> = {
  allocation: "Sound allocation",
  handing_down: "Handed down in time",
  payment: "Paid out by the rules",
  use: "Used by the rules",
  execution: "Executed as planned",
  performance_management: "Performance management",
  spending_duty: "Spending duties met",
};
