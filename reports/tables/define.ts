import type { ComparabilityEvent } from "@/domain/comparabilityEvents";
import type { DaySpan } from "@/domain/days";
import type { Dimension } from "@/domain/dimensions";
import type { Institution } from "@/domain/institution";
import type { Period } from "@/domain/period";
import type { LeverValues } from "@/domain/projection/leverValues";
import type { DailyTotals } from "@/figures/daily";
import type { Forecast } from "@/figures/forecast/forecast";
import type { SavedOutcome } from "@/figures/forecast/savedOutcomes";
import type { Answer, Figure, Filter, Key, Question, QuestionScope, Reason } from "@/figures/question";
import type { Receipt } from "@/figures/receipts";
import type { Messages } from "@/messages/index";
import type { Language } from "@/messages/language";
import type { Metric, Unit } from "@/metrics/define";

/** A number worked out beyond its metric; app/readings explains each. */
export type ReadingId = keyof Messages["readings"];

/** Where a number can be asked again, within the scope of its table. */
export interface Place {
  /** Narrower than the table: one tier, one class … */
  readonly where?: Filter;
  /** The cell of a cut: for shares, whose whole is the table's and not the cell's own. */
  readonly cell?: Key;
  /** Other than the table's period. */
  readonly period?: Period;
  /** What that other period is compared with; nothing unless said. */
  readonly compare?: Period | null;
  /** Of another region than the table's. */
  readonly region?: string;
  /** Of the whole region, whatever the table's filter. */
  readonly unfiltered?: true;
  readonly reading?: ReadingId;
  /** Of a share: what its whole is narrowed to; `{}` is everything. For `share_in` and `share_of_change_in`. */
  readonly base?: Filter;
  readonly extra?: Readonly<Record<string, string>>;
}

/** A number in a table: exact, with its unit and the place where it can be asked. */
export interface Quantity extends Place {
  readonly metric: Metric;
  /** Exact decimal text, or null with the reason. */
  readonly value: string | null;
  readonly reason: Reason | null;
  readonly unit: Unit;
  /** Printed instead of the value: an estimate rounded so that it adds up with its neighbours. */
  readonly printed?: string;
  /** Printed with a plus when above zero: changes. */
  readonly signed?: boolean;
  /** Worse than its line: only for the fund's money and the quality of data. */
  readonly warning?: boolean;
}

/** What stands in a cell: a number, a text, or nothing. */
export type Content = Quantity | string | null;

export interface Column {
  readonly id: string;
  /** With its unit, as the office prints it: `本期(万元)`. */
  readonly label: string;
  readonly kind: "text" | "number";
}

/**
 * part: adds up to the total. of_which: 其中, indented, part of the row above, never added. rest: parts that are not listed
 * one by one, together; behind the parts and added like them. less: taken off. subtotal and total: sums.
 */
export type RowRole = "part" | "of_which" | "rest" | "less" | "subtotal" | "total";

export interface Row {
  readonly id: string;
  readonly label: string;
  readonly role: RowRole;
  /** By column id; the first column of a table is the row's label and not repeated here. */
  readonly cells: Readonly<Record<string, Content>>;
  /** A page of ours that says more of this row: its path; the scope is added. */
  readonly path?: string;
  /** Columns whose text the bureau typed: Chinese on a page of any language. */
  readonly typed?: readonly string[];
}

export const tableIds = [
  "funding",
  "cases",
  "persons",
  "expenditure",
  "monthly",
  "causes",
  "tier_causes",
  "per_case",
  "influence",
  "hardship",
  "hardship_growth",
  "medical_aid",
  "institutions",
  "projection_methods",
  "projection_parts",
  "projection_bridge",
  "projection_path",
  "projection_record",
  "projection_scenarios",
  "voucher_regions",
  "voucher_institutions",
  "voucher_days",
] as const;
export type TableId = (typeof tableIds)[number];

/** A table of the office as data. Screen, export and report write the same object. */
export interface Table {
  readonly id: TableId;
  readonly title: string;
  /** The first one holds the rows' labels. */
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** A statement: its rows stand in the order in which they add up, and are not sorted. */
  readonly fixedOrder?: true;
  /** Under the table: bases of shares, why a value is missing, months that are left out. */
  readonly notes: readonly string[];
}

/** What a table is asked for. */
export interface TableRequest {
  readonly scope: QuestionScope;
  /** By what its rows are cut, where the table leaves a choice. */
  readonly by: Dimension | null;
  /** Of the definition's `choices`, what was chosen; the first one of a choice that is absent. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Names of the regions that a table ranks, by code; only the scope's own where absent. */
  readonly regions?: ReadonlyMap<string, string>;
  /** Levers of 全年预测 that are pulled, and the saved scenarios to set beside them, by id. */
  readonly levers?: LeverValues;
  readonly scenarios?: readonly string[];
}

/** What a table needs besides its figures. */
export interface TableContext extends TableRequest {
  readonly words: Messages;
  readonly language: Language;
  /** By code: names and attributes in the version shown. */
  readonly institutions: ReadonlyMap<string, Institution>;
  /** Changes of rules between the two periods of the comparison: 口径有变. */
  readonly events: readonly ComparabilityEvent[];
  /** When money came, where the table asks for it. */
  readonly receipts?: readonly Receipt[];
  /** Totals of days, where the table asks for them. */
  readonly daily?: readonly DailyTotals[];
  /** Where the year ends, where the table asks for it. */
  readonly projection?: Projected;
}

/** The forecast of a scope with what was saved of it. */
export interface Projected {
  readonly forecast: Forecast;
  readonly saved: readonly SavedOutcome[];
}

/** One table of the office: what it asks, and how the answers become rows. Pure. */
export interface TableDefinition {
  readonly id: TableId;
  /** The dimensions its rows may be cut by; the first one unless asked otherwise. Empty: its rows are fixed. */
  readonly cuts: readonly Dimension[];
  /** What else may be chosen, by the name of the address: which rows are listed … The first one unless asked otherwise. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  /** Prints when money came. */
  readonly readsReceipts?: true;
  /** Prints where the year ends. */
  readonly readsForecast?: true;
  /** Prints totals of days: of which measures, from when to when. They come from the rows, which takes its time. */
  readonly daily?: { readonly metrics: readonly Metric[]; readonly days: (request: TableRequest) => DaySpan };
  readonly questions: (request: TableRequest) => readonly Question[];
  readonly build: (answers: readonly Answer[], context: TableContext) => Table;
}

/** The figure of a metric among the values of a row, to stand in a table. */
export function quantity(
  values: Readonly<Record<string, Figure>> | undefined,
  metric: Metric,
  place: Place = {},
): Quantity {
  const figure = values?.[metric.id];
  const value = figure?.value ?? null;
  return { ...place, metric, value, reason: value === null ? (figure?.reason ?? "no_data") : null, unit: metric.unit };
}
