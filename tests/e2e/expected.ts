import type { Institution } from "@/domain/institution";
import { type Decimal, decimal } from "@/domain/money";
import type { PartCut } from "@/figures/forecast/forecast";
import type { Question } from "@/figures/question";
import type { Unit } from "@/metrics/define";
import type { forecastAsData } from "@/reports/render/forecast";
import type { Printed, PrintedRow } from "./questions";

/** What `project --json` prints. */
export type PrintedForecast = ReturnType<typeof forecastAsData>;

/** The address of a number that was worked out beyond its metric, with what it may be worked out from. */
export interface Address {
  readonly question: Question;
  readonly metric: string;
  readonly unit: Unit;
  /** The row that the address names. */
  readonly row: PrintedRow;
  readonly params: URLSearchParams;
  /** Those of the version, by code. */
  readonly institutions: ReadonlyMap<string, Institution>;
  readonly ask: (question: Partial<Question>) => Promise<Printed>;
  /** What `project --json` prints of the scope, cut by a dimension. */
  readonly forecast: (by?: PartCut) => Promise<PrintedForecast>;
  /** Settlements, and those with the e-voucher, on some days: `2018-06-04..2018-06-10`. */
  readonly onDays: (days: string) => Promise<Readonly<Record<string, Decimal>>>;
}

export interface Expected {
  readonly value: Decimal | null;
  readonly unit: Unit;
  /** Digits after the point to which the command rounded it; absent where it was worked out here from exact amounts. */
  readonly places?: number;
}

export const exact = (text: string | null | undefined): Decimal | null => (text == null ? null : decimal(text));

/** A value as the command prints it. */
export const printedValue = (text: string | null | undefined, unit: Unit): Expected => ({
  value: exact(text),
  unit,
  places: text?.split(".")[1]?.length ?? 0,
});

/** a ÷ b, null where one is missing or b is zero. */
export const ratio = (a: Decimal | null, b: Decimal | null) => (a && b && !b.isZero() ? a.div(b) : null);
