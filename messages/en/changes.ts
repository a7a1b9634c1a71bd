import type { ListMeasure } from "@/domain/load";

/** What changes in lists by a load, or between versions. */
export const listChanges = {
  title: "Changes of lists and plans",
  previewTitle: "What publishing changes in lists and plans",
  unknown: "Changes of lists and plans are not recorded: an earlier program read this load.",
  part: "Period",
  item: "Item",
  before: "Before",
  after: "After",
  change: "Change",
  whole: "All",
  rows: "Rows",
  otherColumns: "{rows} rows differ in other columns",
  line: "  {what}, {measure}: {before} → {after}",
} as const;

export const listMeasureNames: Record<ListMeasure, string> = {
  enrolled: "Enrolled persons",
  target: "Target of enrolment",
  population: "Population",
  planned_amount: "Planned (yuan)",
  in_place_amount: "In place (yuan)",
  cases: "Cases",
  amount: "Amount (yuan)",
  value: "Value",
  persons: "Persons",
};
