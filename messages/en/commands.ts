import type { SeriesRefusal } from "@/domain/projection/monthlySeries";

/** What commands print. */
export const commandLine = {
  usage: "npm run -s yizhang -- <command> [arguments]",
  usageFoot: "  <command> --help says how; exit codes: 0 done, 1 failed, 2 refused",
  toPublish: "To publish: npm run -s yizhang -- publish {load}",
  published: "Published, data version {version}",
  publishedBefore: "Load {load} was published before, nothing has changed",
  discarded: "Load {load} is discarded",
  restored: "Version {from} is restored as data version {version}",
  rederived: "Classified anew and published, data version {version}",
  dataVersion: "data version {version}",
  loadCount: "{count} loads",
  heldWritten: "The list of held rows is in {file}, {rows} rows",
  changeLine: "  {what}: {before} → {after}",
  through: "through {month}",
  paid: "Paid",
  wholeYear: "Whole year",
  interval: "80% interval {low} to {high}",
  availableFund: "Available fund",
  overrun: "Overrun",
  useRate: "use {share}",
  overrunProbability: "probability of an overrun {share}",
  doubling: "Doubling",
  evidence: "Evidence of {count} years",
  asKnownThen: "as the data were known then",
  notAsKnownThen: "not as the data were known then",
  knownMonths: "{count} months known",
  error: "error {share}",
  hitRate: "within the 80% interval {share}",
  doublingError: "error of doubling {share}",
  seriesYear: "year {value}",
  refused: "— ({reason})",
  refusedAtRow: "— ({reason}, row {row})",
} as const;

/** Why a series is not projected. */
export const seriesRefusals: Record<SeriesRefusal, string> = {
  irregular_row: "other number of columns than the header",
  unreadable_period: "unreadable period",
  unreadable_value: "unreadable value",
  value_too_large: "value too large",
  duplicate_period: "period given twice",
  no_month_of_the_year: "no month of the year",
  mostly_negative: "mostly negative",
  gap_in_this_year: "a month of the year is missing",
  no_history_and_too_early: "no past year and too few months",
};
