/** Fund burn: clauses are joined as they stand, so each brings its own punctuation. */
export const burn = {
  thisPeriod: "This period",
  comparedPeriod: "Year before",
  cutBy: "Cut by",
  barsTitle: "{name}: {share} of the increase",
  barsTitleDown: "{name}: {share} of the decrease",
  barsPlain: "By {dimension}",
  barsUnit: "pool payments (million yuan)",
  monthsTitle: "{higher} of {months} months cost more than a year before",
  monthsTitleAll: "Every month cost more than a year before",
  monthsTitleNone: "No month cost more than a year before",
  monthsPlain: "Pool payments month by month",
  monthsUnit: "pool payments of the month (million yuan)",
  year: "{year}",
  missing: "no data",
} as const;
