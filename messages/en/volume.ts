/** Decomposition: what each cause is called and how it is worked out. */
export const causes = {
  volume: { label: "Cases", meaning: "change of all inpatient cases × mean payment per case of both periods" },
  mix: { label: "Mix", meaning: "change of the cells' shares of cases × mean cases and payment per case" },
  price: { label: "Fee per case", meaning: "change of the cells' fee per case × mean cases and reimbursement level" },
  rate: {
    label: "Reimbursement level",
    meaning: "change of the cells' reimbursement level × mean cases and fee per case",
  },
  uncounted: {
    label: "Money without cases",
    meaning: "cells with money but no cases or fee, such as refunds of earlier periods",
  },
  mixOf: { tier: "Tier mix", tier_and_status: "Mix of tiers and groups", institution: "Mix of institutions" },
  cells: {
    tier: "Cells: by tier.",
    tier_and_status: "Cells: by tier and hardship status.",
    institution: "Cells: by institution.",
  },
  cellsShort: { tier: "by tier", tier_and_status: "by tier and hardship status", institution: "by institution" },
} as const;

/** Volume and cost: clauses are joined as they stand, so each brings its own punctuation. */
export const volume = {
  stays: "{months}: {cases} of inpatients",
  more: ", {change} more than a year before, up {growth}",
  fewer: ", {change} fewer than a year before, down {growth}",
  perHundred: "; {now} per hundred enrolled, {before} a year before",
  perHundredAlone: "; {now} per hundred enrolled",
  stop: ". ",
  visits: "{visitClass}: {cases}",
  visitsMore: ", up {growth}",
  visitsFewer: ", down {growth}",
  notComparable: " (rules changed: not directly comparable)",
  next: "; ",
  fee: "Fee per inpatient case {fee}",
  feeMore: ", up {growth} on a year before",
  feeLess: ", down {growth} on a year before",
  pay: "; pool payment per case {pay}",
  whyUp: "Inpatient payments rose by {change}. By cause: ",
  whyDown: "Inpatient payments fell by {change}. By cause: ",
  firstCauseUp: "{cause} {amount}, {share} of the increase",
  firstCauseDown: "{cause} {amount}, {share} of the decrease",
  nextCause: "; {cause} {amount}, {share}",
  titleUp: "Inpatient payments rose by {change}; {cause}: {share} of it",
  titleDown: "Inpatient payments fell by {change}; {cause}: {share} of it",
  titleEven: "Inpatient payments as a year before",
  unit: "million yuan",
  cellsLabel: "Cells",
  summary: "Inpatient payments from a year before to this period, by cause: {causes}",
  before: "Year before",
  now: "This period",
  anyClass: "Inpatient cases, causes, fees and influence do not follow the filter on visit class.",
  nothingCompared:
    "The scope has no period to compare with, so that there is no change to explain. Choose one under “Change scope”.",
  tierTitles: {
    cases: {
      plain: "Inpatient cases by tier",
      up: "Inpatient cases: more in {up}",
      down: "Inpatient cases: fewer in {down}",
      both: "Inpatient cases: more in {up}, fewer in {down}",
    },
    feePerCase: {
      plain: "Fee per inpatient case by tier",
      up: "Fee per inpatient case: up in {up}",
      down: "Fee per inpatient case: down in {down}",
      both: "Fee per inpatient case: up in {up}, down in {down}",
    },
  },
  everyTier: "every tier",
  casesUnit: "cases",
  feeUnit: "yuan per case",
} as const;
