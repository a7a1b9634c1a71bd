/** Hardship groups. Clauses of a sentence are joined as they stand; arithmetic, never a cause. */
export const hardshipPage = {
  group: "Hardship groups",
  share:
    "{months}: hardship groups had {cases} of inpatients, {caseShare} of all inpatient cases; pool payments for them {paid}, {paidShare} of all inpatient pool payments.",
  grew: "Inpatient pool payments for hardship groups grew by {change} ({growth}), {ofStays} of the inpatient increase and {ofAll} of the whole increase",
  fell: "Inpatient pool payments for hardship groups fell by {change} ({growth})",
  even: "Inpatient pool payments for hardship groups stood still",
  status: "; {status} by {change}, {ofStays} of the inpatient increase and {ofAll} of the whole increase",
  onlyStatus:
    "Inpatient pool payments for {status} grew by {change} ({growth}), {ofStays} of the inpatient increase and {ofAll} of the whole increase",
  stop: ".",
  paidBy:
    "Of their total inpatient fee of {fee}, the basic insurance paid {pool}, serious-illness insurance {serious}, medical aid {aid}, other guarantees {other}, the person {burden}; comprehensive reimbursement rate {rate}",
  belowLine: ", {points} below the policy line of {line}",
  aboveLine: ", {points} above the policy line of {line}",
  onLine: ", at the policy line of {line}",
  lineBasis: " ({document}, in force from {from}, {region})",
  lineBasisTo: " ({document}, in force {from} to {to}, {region})",
  noGroup: "No inpatients of hardship groups in the period.",
  bridge:
    "The comparison crosses 2020/2021: up to 2020 the registered poor, from 2021 the people lifted out of poverty and those monitored against falling back. These are not the same groups and should not be compared as they stand.",

  guaranteeTitle: "Who pays the inpatient fee: guarantees pay {rate} for hardship groups",
  guaranteePlain: "Who pays the inpatient fee",
  guaranteeUnit: "of the total fee (%)",
  guaranteeSummary:
    "{title}. Each bar is the inpatient fee of a group, in turn {parts}; the table below has the values.",
  parts: {
    pool: "basic insurance",
    serious: "serious illness",
    aid: "medical aid",
    other: "other guarantees",
    burden: "the person",
  },
  rateLabel: "comprehensive reimbursement rate",
  line: "policy line {value}",
  paidTitle: "Inpatient pool payments grew most for {status}",
  paidPlain: "Inpatient pool payments by group",
  paidUnit: "million yuan",
  now: "This period",
  before: "Year before",
} as const;
