import type { FactFile, FactTable } from "@/domain/factFile";
import type { ListChange, ListKind, ListMeasure } from "@/domain/load";
import enrolled from "@/metrics/definitions/enrolled";
import enrolmentTarget from "@/metrics/definitions/enrolment_target";
import population from "@/metrics/definitions/population";
import type { Warehouse } from "@/warehouse/connection";
import { factViews, rowsOf } from "@/warehouse/factViews";

/** How the rows of a list fall into entries, and what is added up of an entry. */
interface ListShape {
  readonly kind: ListKind;
  readonly part: string;
  readonly scheme: string;
  readonly item: string;
  /** Sums over the rows of the list, or over one of the views that metrics total. */
  readonly sums: readonly { measure: ListMeasure; sum: string; over?: "funding_plans" | "funding_receipts" }[];
}

const shapes: Record<Exclude<FactTable, "fct_settlements">, ListShape> = {
  fct_enrolment: {
    ...{ kind: "enrolment", part: "month", scheme: "scheme", item: "null" },
    sums: [
      { measure: "enrolled", sum: enrolled.sql },
      { measure: "target", sum: enrolmentTarget.sql },
      { measure: "population", sum: population.sql },
    ],
  },
  fct_funding: {
    ...{ kind: "funding", part: "year", scheme: "scheme", item: "line" },
    sums: [
      { measure: "planned_amount", sum: "sum(planned_amount)", over: "funding_plans" },
      { measure: "in_place_amount", sum: "sum(amount)", over: "funding_receipts" },
    ],
  },
  fct_manual_aid: {
    ...{ kind: "manual_aid", part: "month", scheme: "scheme", item: "null" },
    sums: [
      { measure: "cases", sum: "sum(cases)" },
      { measure: "amount", sum: "sum(amount)" },
    ],
  },
  fct_indicators: {
    ...{ kind: "indicators", part: "period", scheme: "null", item: "concat_ws(' ', code, unit)" },
    // Values of one indicator are no parts of a whole.
    sums: [{ measure: "value", sum: "case when count(*) = 1 then any_value(value) end" }],
  },
  fct_hardship_registry: {
    ...{ kind: "hardship_registry", part: "'all'", scheme: "scheme", item: "hardship_status" },
    sums: [{ measure: "persons", sum: "count(distinct person_key)" }],
  },
  dim_institutions: { ...{ kind: "institutions", part: "'all'", scheme: "null", item: "null" }, sums: [] },
};

/**
 * What some files of a region say of its lists that others do not, entry by entry. Only files whose content differs are
 * read. Settlements are passed over: their months are compared by what metrics say of them.
 */
export async function listChanges(
  warehouse: Warehouse,
  warehouseFolder: string,
  { before, after }: { before: readonly FactFile[]; after: readonly FactFile[] },
): Promise<ListChange[]> {
  const changes: ListChange[] = [];
  for (const [table, shape] of Object.entries(shapes) as [FactTable, ListShape][]) {
    const [was, is] = [unlike(table, before, after), unlike(table, after, before)];
    if (was.length + is.length === 0) continue;
    const [then, now] = [rowsOf(table, warehouseFolder, was), rowsOf(table, warehouseFolder, is)];
    const entries = await warehouse.rows<EntryRow>(changedEntries(shape, then, now));
    const sums = shape.sums.length > 0 ? await warehouse.rows<SumRow>(sumsOf(table, shape, then, now)) : [];
    const amountOf = new Map(sums.map(({ side, ...at }) => [placeOf(at, side, at.measure), at.amount]));
    for (const { part, scheme, item, ...rows } of entries) {
      const at = { part, scheme, item };
      const amounts = shape.sums.map(({ measure }) => ({
        measure,
        before: amountOf.get(placeOf(at, "before", measure)) ?? null,
        after: amountOf.get(placeOf(at, "after", measure)) ?? null,
      }));
      const counts = Object.fromEntries(Object.entries(rows).map(([name, rowCount]) => [name, Number(rowCount)]));
      changes.push({ kind: shape.kind, ...at, ...(counts as unknown as RowCounts), amounts });
    }
  }
  return changes;
}

type Entry = Pick<ListChange, "part" | "scheme" | "item">;
type RowCounts = Pick<ListChange, "rows_before" | "rows_after" | "rows_removed" | "rows_added">;
type EntryRow = Entry & Record<keyof RowCounts, string>;
type SumRow = Entry & { side: string; measure: string; amount: string | null };

const placeOf = ({ part, scheme, item }: Entry, side: string, measure: string) =>
  JSON.stringify([part, scheme, item, side, measure]);

/** The files of a table that have no equal among others. */
function unlike(table: FactTable, files: readonly FactFile[], others: readonly FactFile[]): FactFile[] {
  const known = new Set(others.map(({ table: name, partition, contentHash }) => [name, partition, contentHash].join()));
  return files.filter(
    (file) => file.table === table && !known.has([file.table, file.partition, file.contentHash].join()),
  );
}

/** The entries whose rows are not the same ones, with how many came and went; equal rows are told by their number. */
function changedEntries({ part, scheme, item }: ListShape, then: string, now: string): string {
  return `
with sides as (
  select false as is_new, * from (${then})
  union all
  select true as is_new, * from (${now})
),
kinds as (
  select * exclude (is_new), count(*) filter (where not is_new) as was, count(*) filter (where is_new) as stands
  from sides
  group by all
)
select
  ${part} as part, ${scheme} as scheme, ${item} as item,
  sum(was)::varchar as rows_before,
  sum(stands)::varchar as rows_after,
  sum(greatest(was - stands, 0))::varchar as rows_removed,
  sum(greatest(stands - was, 0))::varchar as rows_added
from kinds
group by 1, 2, 3
having sum(abs(was - stands)) > 0
order by 1, 2, 3`;
}

/** What entries add up to, before and after. */
function sumsOf(table: FactTable, { part, scheme, item, sums }: ListShape, then: string, now: string): string {
  const sides = [
    { side: "before", rows: then },
    { side: "after", rows: now },
  ];
  return sides
    .flatMap(({ side, rows }) =>
      sums.map(
        ({ measure, sum, over }) => `
select '${side}' as side, '${measure}' as measure, ${part} as part, ${scheme} as scheme, ${item} as item, (${sum})::varchar as amount
from (with ${table} as (${rows}) ${over ? factViews[over].sql : `select * from ${table}`})
group by 3, 4, 5`,
      ),
    )
    .join("\nunion all");
}
