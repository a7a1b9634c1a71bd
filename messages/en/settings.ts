/** The basis of the available fund: its name, and what it leaves out or takes in. */
export const bases = {
  pooled_fund: { name: "① the county's pooled fund", counted: "accumulated surplus not counted" },
  annual_quota: { name: "② annual quota from the city", counted: "measured by the city's annual quota" },
  pooled_fund_and_surplus: { name: "③ pooled fund and opening surplus", counted: "opening surplus counted" },
} as const;

/** Words that go with a number or a rule that a bureau has set. */
export const localRules = {
  basis: "Available fund",
  basisNamed: "Available fund: {basis}",
  basisAsSet: "as set: {basis}",
  unconfirmed: "local parameter, to be confirmed",
  eventNote: "Since {month}: {text}. Not to be compared directly with before ({document})",
} as const;
