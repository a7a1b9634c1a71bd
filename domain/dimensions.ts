/** The fixed members of each dimension, in the order every table and chart shows them (domain of the pooled fund). */

export const tiers = ["township", "county", "city", "provincial_plus", "unclassified"] as const;
export type Tier = (typeof tiers)[number];

export const visitClasses = ["inpatient", "outpatient", "chronic", "other", "unclassified"] as const;
export type VisitClass = (typeof visitClasses)[number];

/** In order of precedence: a person who holds several counts once, under the first. */
export const hardshipStatuses = [
  "registered_poor",
  "extreme_hardship",
  "orphan",
  "subsistence_allowance",
  "returned_to_poverty",
  "monitored_sudden",
  "monitored_unstable",
  "monitored_marginal",
  "allowance_marginal",
  "illness_poverty",
  "severe_disability",
  "out_of_poverty",
  "none",
  "unclassified",
] as const;
export type HardshipStatus = (typeof hardshipStatuses)[number];

/** What a question may be cut by. `month` is a period as well as a dimension. */
export const dimensions = ["month", "tier", "visit_class", "hardship_status", "institution", "region"] as const;
export type Dimension = (typeof dimensions)[number];

export function isDimension(text: string): text is Dimension {
  return (dimensions as readonly string[]).includes(text);
}
