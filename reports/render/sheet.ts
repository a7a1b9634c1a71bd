import type { Decimal } from "@/domain/money";
import { decimal } from "@/domain/money";
import type { QuestionScope } from "@/figures/question";
import { fill } from "@/messages/fill";
import { moneyUnit } from "@/messages/numbers";
import type { Unit } from "@/metrics/define";
import { fileName } from "../fileName";
import { scopeInWords } from "../scopeWords";
import type { Column, Content, Quantity, RowRole, Table } from "../tables/define";
import type { Naming } from "../tables/members";

/** What a file can hold in one place. */
export type SheetCell =
  | { readonly kind: "text"; readonly text: string }
  /** In the header's unit, plain digits; `format` as spreadsheets write it. */
  | { readonly kind: "number"; readonly digits: string; readonly format: string }
  | null;

export interface SheetRow {
  readonly role: RowRole;
  readonly cells: readonly SheetCell[];
}

/** A table as it is handed in: what stands above it, its cells, what stands below. CSV and XLSX write the same sheet. */
export interface Sheet {
  readonly title: string;
  /** Without a suffix: 示例县-基金支出-2018H1-版本31 */
  readonly fileName: string;
  readonly head: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly SheetRow[];
  readonly notes: readonly string[];
  readonly signatures: readonly string[];
}

export interface SheetContext extends Naming {
  readonly scope: QuestionScope;
  readonly region: { readonly name: string; readonly demo: boolean };
  /** Of the data shown. */
  readonly version: number;
  /** The last day that the data reaches, 2018-06-30. */
  readonly dataUntil: string;
}

/** Spreadsheets keep numbers as doubles: so many significant digits survive. */
export const safeDigits = 15;

export function sheetOf(table: Table, context: SheetContext): Sheet {
  const { words, scope, region, version, dataUntil } = context;
  const { tables, shell } = words;
  const [, ...valueColumns] = table.columns;
  const rows = table.rows.map(({ role, label, cells }): SheetRow => {
    const name = role === "of_which" ? fill(tables.ofWhich, { name: label }) : label;
    const values = valueColumns.map(({ id }) => cellOf(cells[id] ?? null, context));
    return { role, cells: [{ kind: "text", text: name }, ...values] };
  });
  const hasLongAmounts = table.rows.some(({ cells }) =>
    Object.values(cells).some((content) => isLong(content, context)),
  );
  return {
    title: table.title,
    fileName: fileName(context, table.title, words),
    head: [
      scopeInWords(scope, region.name, context),
      [
        fill(tables.reportingUnit, { name: region.name }),
        fill(tables.dataUntil, { date: dataUntil }),
        tables.unitInHeader,
      ].join("  "),
      [
        shell.settledNote,
        fill(scope.asOf === null ? shell.basisVersion : shell.basisAsOf, { version }),
        ...(region.demo ? [shell.demo] : []),
      ].join(" · "),
    ],
    columns: table.columns,
    rows,
    notes: [
      ...table.notes,
      ...gaps(table, context),
      tables.exactness,
      ...(hasLongAmounts ? [fill(tables.longAmounts, { digits: safeDigits })] : []),
    ],
    signatures: Object.values(tables.signatures).map((name) => fill(tables.signature, { name })),
  };
}

function cellOf(content: Content, context: SheetContext): SheetCell {
  if (content === null || content === "") return null;
  if (typeof content === "string") return { kind: "text", text: content };
  const value = inHeaderUnit(content, context);
  if (value === null) return null;
  if (isLong(content, context)) return { kind: "text", text: value.toFixed() };
  return { kind: "number", digits: value.toSignificantDigits(safeDigits).toFixed(), format: formatOf(content) };
}

/** The exact value as the column's header counts it: 万元, percent, points. */
function inHeaderUnit({ value, printed, unit }: Quantity, { language }: SheetContext): Decimal | null {
  if (value === null) return null;
  // Lines of an estimate are handed on as they are printed, where they add up.
  const exact = decimal(printed ?? value);
  if (unit === "yuan" || unit === "yuan_per_month") return exact.div(moneyUnit(language));
  return unit === "percent" || unit === "points" || unit === "chance" ? exact.times(100) : exact;
}

const isCount: Partial<Record<Unit, true>> = { cases: true, persons: true, heads: true, days: true };
const isWhole: Partial<Record<Unit, true>> = { ...isCount, chance: true };

/** Amounts and counts keep every digit: those longer than a spreadsheet's number stand as text. Ratios are cut. */
function isLong(content: Content, context: SheetContext): boolean {
  if (content === null || typeof content === "string" || content.value === null) return false;
  const isExact = content.unit === "yuan" ? decimal(content.value).decimalPlaces() <= 2 : isCount[content.unit];
  return Boolean(isExact) && inHeaderUnit(content, context)!.precision() > safeDigits;
}

/** As it is printed on screen: separators in amounts and counts, a plus before an increase. */
function formatOf({ unit, signed }: Quantity): string {
  const grouped = isCount[unit] || unit.startsWith("yuan");
  const digits = (grouped ? "#,##0" : "0") + (isWhole[unit] ? "" : ".00");
  return signed ? `+${digits};-${digits};${digits}` : digits;
}

const namedRows = 5;

/** Why cells are empty: a line per column and reason, with its rows unless the whole column is meant. */
function gaps({ columns, rows }: Table, { words }: SheetContext): string[] {
  const { tables, reasons, shell } = words;
  return columns.flatMap(({ id, label }) => {
    const missing = new Map<string, string[]>();
    for (const { label: row, cells } of rows) {
      const content = cells[id];
      if (!content || typeof content === "string" || content.value !== null) continue;
      const reason = reasons[content.reason ?? "no_data"] ?? "";
      missing.set(reason, [...(missing.get(reason) ?? []), row]);
    }
    return [...missing].map(([reason, names]) => {
      if (names.length === rows.length) return fill(tables.emptyColumn, { column: label, reason });
      const some = names.length > namedRows ? fill(tables.someRows, { count: names.length }) : names.join(shell.and);
      return fill(tables.emptyCells, { column: label, reason, rows: some });
    });
  });
}
