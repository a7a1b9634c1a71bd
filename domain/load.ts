/** Shapes of a load's outcome, as stored with the load and printed by `yizhang load --json`. */

/** How the characters of a text may be written. */
export const encodings = ["utf-8", "gb18030", "utf-16le", "utf-16be"] as const;
export type Encoding = (typeof encodings)[number];

export const extractKinds = [
  "settlements",
  "hardship_registry",
  "institutions",
  "funding",
  "enrolment",
  "manual_aid",
  "indicators",
] as const;
export type ExtractKind = (typeof extractKinds)[number];

/** checking → ready → published | discarded; refused is final. */
export type LoadState = "refused" | "ready" | "published" | "discarded";

/** Counts of rows, or exact yuan as decimal strings. */
export interface Reconciled<T> {
  read: T;
  accepted: T;
  quarantined: T;
  excluded: T;
}

/** Where the rows of a sheet stand among those of its file: the row numbers of a report count on over all its sheets. */
export interface SheetPlace {
  name: string;
  before: number;
}

export interface FileReport {
  file: string;
  /** Sheets of a spreadsheet that were read; absent for text. */
  sheets?: SheetPlace[];
  /** Null where a file that could not be read does not say what it holds. */
  kind: ExtractKind | null;
  profile: string;
  encoding: string;
  rows_read: number;
  accepted: number;
  quarantined: number;
  excluded: number;
  /** Part of `accepted`: settled in a month before the extract's own period. */
  late: number;
  /** Message code to number of rows. */
  by_reason: Record<string, number>;
}

/** One line of the load page: a code, where it happened and how much money is concerned. */
export interface Finding {
  code: string;
  severity: "refuse" | "hold" | "exclude" | "warn";
  file: string;
  column: string | null;
  rows: number;
  /** Yuan of total fee concerned, where it could be read. */
  total_fee_amount: string | null;
  first_rows: number[];
  /** Values for the message text; never a field that names a person. */
  details: Record<string, string | number>;
}

export interface LoadReport {
  files: FileReport[];
  reconciliation: {
    /** read = accepted + quarantined + excluded, in rows and to the cent, and the control totals agree. */
    balanced: boolean;
    unreadable_amount_rows: number;
    rows: Reconciled<number>;
    total_fee_amount: Reconciled<string>;
    pool_pay_amount: Reconciled<string>;
    /** Control totals as given against as read; null when none was given. */
    control: Record<string, { expected: string; read: string; agrees: boolean }> | null;
  };
  findings: Finding[];
  /** What publishing changes of settlements, by month: known once the load is ready. */
  changes: MonthChange[];
  /** What it changes of everything else; absent where nothing was worked out: of a load that was refused. */
  list_changes?: ListChange[];
  /** The load whose held rows this one corrects; absent for one that was read from files alone. */
  corrects?: string;
}

export interface MonthChange {
  month: string;
  cases_before: string;
  cases_after: string;
  pool_pay_before: string;
  pool_pay_after: string;
}

/**
 * Whether a month's cases or pool payments differ; where they do not, its rows differ otherwise: in their classes or in
 * other amounts.
 */
export function movesFigures(change: MonthChange): boolean {
  return change.cases_before !== change.cases_after || change.pool_pay_before !== change.pool_pay_after;
}

/** What comes beside settlements: lists whose rows stand as they were handed in. */
export type ListKind = Exclude<ExtractKind, "settlements">;

export const listMeasures = [
  "enrolled",
  "target",
  "population",
  "planned_amount",
  "in_place_amount",
  "cases",
  "amount",
  "value",
  "persons",
] as const;
export type ListMeasure = (typeof listMeasures)[number];

/** One entry of a list that is not what it was: a funding line of a year, the enrolment of a month, a hardship status. */
export interface ListChange {
  kind: ListKind;
  /** Month, year or period of its rows; `all` for a list that is replaced whole. */
  part: string;
  /** Null in lists that serve every scheme. */
  scheme: string | null;
  /** Funding line, hardship status, or indicator with its unit; null where the part is one entry. */
  item: string | null;
  rows_before: number;
  rows_after: number;
  /** Rows that stood in it and do not any more; a corrected row is one removed and one added. */
  rows_removed: number;
  rows_added: number;
  /** Sums of its rows as exact decimals; null where it had, or has, none. */
  amounts: { measure: ListMeasure; before: string | null; after: string | null }[];
}

/** The sheet and row in it of a row number of a report; no sheet where the file has but one. */
export function placeOfRow(
  sheets: readonly SheetPlace[] | undefined,
  row: number,
): { sheet: string | null; row: number } {
  const place = sheets?.findLast(({ before }) => before < row);
  return { sheet: sheets && sheets.length > 1 ? (place?.name ?? null) : null, row: row - (place?.before ?? 0) };
}
