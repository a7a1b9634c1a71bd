import type { Dimension, HardshipStatus, Tier, VisitClass } from "@/domain/dimensions";

export const dimensions: Record<Dimension, string> = {
  month: "Month",
  tier: "Institution tier",
  visit_class: "Visit class",
  hardship_status: "Hardship status",
  institution: "Institution",
  region: "Region",
};

export const tiers: Record<Tier, string> = {
  township: "Township",
  county: "County",
  city: "City",
  provincial_plus: "Provincial and beyond",
  unclassified: "Unclassified",
};

export const visitClasses: Record<VisitClass, string> = {
  inpatient: "Inpatient",
  outpatient: "Outpatient",
  chronic: "Chronic outpatient",
  other: "Other",
  unclassified: "Unclassified",
};

export const hardshipStatuses: Record<HardshipStatus, string> = {
  registered_poor: "Registered poor",
  extreme_hardship: "Extreme hardship",
  orphan: "Orphans and children without support",
  subsistence_allowance: "Subsistence allowance",
  returned_to_poverty: "Returned to poverty",
  monitored_sudden: "Sudden severe hardship",
  monitored_unstable: "Out of poverty, unstable",
  monitored_marginal: "At the margin of poverty",
  allowance_marginal: "Marginal to subsistence allowance",
  illness_poverty: "Poverty through illness",
  severe_disability: "Severe disability",
  out_of_poverty: "Stably out of poverty",
  none: "Other insured",
  unclassified: "Unclassified",
};
