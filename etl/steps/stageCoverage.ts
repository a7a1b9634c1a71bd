import { PlainError } from "@/domain/errors";
import type { ExtractKind } from "@/domain/load";
import { addMonths, firstMonth, lastMonth, type Month, type Period } from "@/domain/period";
import type { Warehouse } from "@/warehouse/connection";
import { literal } from "../grammar/sql";

/** What an extract covers. */
export interface Coverage {
  /** Months; years for funding, periods for indicators; empty for a registry that is replaced whole. */
  readonly covered: readonly string[];
  /** Settlements only: rows before `first` are late, before `oldest` or after `last` held. */
  readonly window: { readonly first: Month; readonly last: Month; readonly oldest: Month } | null;
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
 * Declared months, or every month with at least a fifth of the rows of the largest one. Throws L-124 for a declared
 * period that has not begun on `today`, L-122 when most rows lie outside the declared period.
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
     where ${column} is not null group by 1 order by 1`,
  );
  if (kind !== "settlements") return { covered: counts.map(({ part }) => part), window: null };
  const months = new Map(counts.map(({ part, rows }) => [part, Number(rows)]));
  const covered = choice.period ? declared(choice.period, months, choice.today) : mainMonths(months);
  const first = covered[0];
  const last = covered.at(-1);
  if (!first || !last) return { covered: [], window: null };
  return { covered, window: { first, last, oldest: addMonths(first, -choice.lateMonths) } };
}

function mainMonths(months: ReadonlyMap<Month, number>): Month[] {
  const largest = Math.max(0, ...months.values());
  return [...months].filter(([, rows]) => rows * 5 >= largest).map(([month]) => month);
}

function declared(period: Period, months: ReadonlyMap<Month, number>, today: string): Month[] {
  const thisMonth = today.slice(0, 7);
  if (lastMonth(period) > thisMonth && firstMonth(period) > thisMonth)
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
