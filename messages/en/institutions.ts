/** HOSP_LV: a grade, not a tier. A list may also write the name itself. */
export const hospitalLevels: Readonly<Record<string, string>> = {
  "01": "grade 3 special",
  "02": "grade 3A",
  "03": "grade 3B",
  "04": "grade 3C",
  "05": "grade 2A",
  "06": "grade 2B",
  "07": "grade 2C",
  "08": "grade 1A",
  "09": "grade 1B",
  "10": "grade 1C",
  "11": "no grade",
};

export const ownerships = { public: "public", private: "private" } as const;

/** Institutions. Clauses of a sentence are joined as they stand. */
export const institutionPages = {
  title: "Institutions",
  unnamed: "No institution named",
  unknown: "not registered",
  villageClinic: "village clinic",

  count: "{months}: {count} institutions with inpatients, {cases} of inpatients",
  largest: "; {institution} was paid most by the pooled fund, {amount}, {share} of all its payments.",
  increase: " Payments grew most at {institution}, by {change}, {share} of the whole increase.",
  stop: ".",

  kinds: {
    any: "all institutions",
    with_inpatients: "institutions with inpatients",
    village_clinic: "village clinics without inpatients",
    other: "others without inpatients",
  },
  ownershipIn: { public: " (public)", private: " (private)" },
  list: "List",
  lists: { with_inpatients: "with inpatients", village_clinics: "village clinics", all: "all" },
  tier: "Tier",
  allTiers: "all",
  ownership: "Ownership",
  ownershipChoices: { any: "any", public: "public", private: "private" },

  peersTitle: "Compared within the tier",
  peersBasis: "The tier's figure comes from its totals, not from a mean of ratios.",
  peersLeft: "{left} institutions with fewer than {fewest} cases are not compared.",
  peersFee: "Fee per inpatient case",
  peersStay: "Mean stay",
  peersUnit: "difference from the tier (%), which is the upright line",
  peersTitleFee: "Fee per case is farthest from its tier at {institution}, {deviation}",
  peersTitleStay: "Mean stay is farthest from its tier at {institution}, {deviation}",
  peersCount: "{tier}, {count}",
  peersSummary:
    "{title}. Each dot is an institution, the line is the tier's own figure; the table below has the values.",
  peersTable: "Show the table",
  peerFee: "{tier}: the highest fee per inpatient case is at {institution}, {fee}, {above} above the tier's {own}",
  peerFeeLow: "; the lowest at {institution}, {fee}, {below} below",
  peerStay: "; the longest mean stay at {institution}, {stay}, {above} above the tier's {own}",
  name: "Name",
  difference: "Difference (%)",
  feeColumn: "Fee per case (yuan)",
  stayColumn: "Mean stay (days)",

  back: "All institutions",
  notFound: "No such institution",
  notFoundText: "The data version has no institution with the code {code}.",
  noFigures: "This institution has no settlements in the period, nor in the one it is compared with.",
  facts: "The institution",
  code: "Code",
  level: "Level",
  region: "Region",
} as const;
