import { PlainError } from "@/domain/errors";
import type { ExtractKind } from "@/domain/load";
import { addMonths, firstMonth, type Month, type Period } from "@/domain/period";
import { literal } from "@/domain/sqlLiteral";
import type { Warehouse } from "@/warehouse/connection";

/** What an extract covers. */
export interface Coverage {
  /** Months; years for funding, periods for indicators; empty for a registry that is replaced whole. */
  readonly covered: readonly string[];
  /** Of what comes by the month: rows before `oldest` or after `last` are held; null `oldest`: all of uncovered months. */
  readonly window: { readonly last: Month; readonly oldest: Month | null } | null;
}

/** The column by which each kind of extract is covered. */
const coverageColumn: Record<ExtractKind, string | null> = {
  settlements: "month",
  enrolment: "month",
  manual_aid: "month",
  funding: "year",
  indicators: "period",
  hardship_registry: null,
  institutions: null,
};

/**
 * Each row is something that happened: one of an earlier month is added there, and none is of a month to come. Who is
 * enrolled is one number a township and month, and known before.
 */
const happenings: readonly ExtractKind[] = ["settlements", "manual_aid"];

/** No extract is older: a clock that stands before is wrong, and nothing lies in its future. */
const believable = "2000-01-01";

/**
 * Declared months, or every month with at least a fifth of the rows of the largest one; held rows say nothing of it, and
 * what has not happened by `today` is not covered. Throws L-124 when nothing has, or is said of years to come, L-122 when
 * most rows lie outside the declared period.
 */
export async function findCoverage(
  warehouse: Warehouse,
  kind: ExtractKind,
  checked: string,
  choice: { period: Period | null; today: string; lateMonths: number },
): Promise<Coverage> {
  const column = coverageColumn[kind];
  if (!column) return { covered: [], window: null };
  const counts = await warehouse.rows<{ part: string; rows: string }>(
    `select ${column} as part, count(*) as rows from read_parquet(${literal(checked)})
     where ${column} is not null and hold is null group by 1 order by 1`,
  );
  const parts = new Map(counts.map(({ part, rows }) => [part, Number(rows)]));
  const thisMonth = choice.today >= believable ? choice.today.slice(0, 7) : null;
  const last = happenings.includes(kind) ? thisMonth : null;
  if (thisMonth && !last) requireTellable([...parts.keys()], thisMonth);
  if (column !== "month") return { covered: [...parts.keys()], window: null };
  const covered = choice.period ? declared(choice.period, parts, last) : mainMonths(parts, last);
  return coverageOf(kind, covered, choice.lateMonths);
}

/** What is planned or known before is so for the next year at most: 2081 was 2018. */
function requireTellable(parts: readonly string[], month: Month): void {
  const nextYear = String(Number(month.slice(0, 4)) + 1);
  const period = parts.find((part) => part.slice(0, 4) > nextYear);
  if (period) throw new PlainError("L-124", { period, month });
}

/** The coverage of an extract that answers for these parts, in their order. */
export function coverageOf(kind: ExtractKind, covered: readonly string[], lateMonths: number): Coverage {
  const [first, last] = [covered[0], covered.at(-1)];
  if (coverageColumn[kind] !== "month" || !first || !last) return { covered, window: null };
  return { covered, window: { last, oldest: happenings.includes(kind) ? addMonths(first, -lateMonths) : null } };
}

const isCovered = ({ covered }: Coverage) => `month in (${covered.map(literal).join(", ")})`;

/** SQL: a row that is not held belongs to its extract: it is of a covered month, or late. */
export function isWithin(coverage: Coverage): string {
  const { window } = coverage;
  if (!window) return "true";
  return window.oldest ? `month between ${literal(window.oldest)} and ${literal(window.last)}` : isCovered(coverage);
}

/** SQL, never null: the row is of an earlier month than those that its extract covers, or of one between them. */
export function isLate(coverage: Coverage): string {
  const { window } = coverage;
  if (!window?.oldest) return "false";
  return `coalesce(month < ${literal(window.last)} and not ${isCovered(coverage)}, false)`;
}

/** SQL: the branches of a case that give the reason to hold a row outside; none where nothing lies outside. */
export function whenOutside(kind: ExtractKind, coverage: Coverage): string {
  const { window } = coverage;
  if (!window) return "";
  if (kind !== "settlements") return `when not (${isWithin(coverage)}) then 'L-133|month'`;
  return `when month > ${literal(window.last)} then 'L-129|settled_at' when not (${isWithin(coverage)}) then 'L-128|settled_at'`;
}

/** The field that says to which month a row belongs. */
export const monthField = (kind: ExtractKind) => (kind === "settlements" ? "settled_at" : "month");

/** `thisMonth`: the last one in which something can have happened; null where months to come may be told. */
function mainMonths(months: ReadonlyMap<Month, number>, thisMonth: Month | null): Month[] {
  const begun = [...months].filter(([month]) => thisMonth === null || month <= thisMonth);
  const [next] = months.keys();
  if (begun.length === 0 && next && thisMonth) throw new PlainError("L-124", { period: next, month: thisMonth });
  const largest = Math.max(0, ...begun.map(([, rows]) => rows));
  return begun.filter(([, rows]) => rows * 5 >= largest).map(([month]) => month);
}

function declared(period: Period, months: ReadonlyMap<Month, number>, thisMonth: Month | null): Month[] {
  if (thisMonth && firstMonth(period) > thisMonth)
    throw new PlainError("L-124", { period: period.id, month: thisMonth });
  let inside = 0;
  let total = 0;
  for (const [month, rows] of months) {
    total += rows;
    if (period.months.includes(month)) inside += rows;
  }
  if (inside * 2 < total) {
    const [mostly] = [...months].reduce((a, b) => (b[1] > a[1] ? b : a));
    const percent = `${Math.floor(((total - inside) * 1000) / total) / 10}`;
    throw new PlainError("L-122", { period: period.id, mostly, percent });
  }
  return [...period.months];
}
