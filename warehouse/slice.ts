import type { Dimension } from "@/domain/dimensions";
import { compileTotals, type TotalsRequest, type TotalsStatement } from "@/metrics/compile";
import type { Grain } from "@/metrics/grains";
import type { Warehouse } from "@/warehouse/connection";
import { type FactSource, factViewSql, partitionsOf } from "@/warehouse/factViews";

/** Measures of one cell of a grain, over one span, as exact decimal strings; null where a column has no value at all. */
export interface TotalledCell {
  readonly span: string;
  readonly scheme: string;
  readonly grain: Grain;
  readonly key: Partial<Record<Dimension, string>>;
  readonly amounts: Readonly<Record<string, string | null>>;
}

/**
 * Totals measures straight from the published rows: any span, filter and grain. Publication stores what it gives for
 * the standard periods and grains; a page asks it for all else. A measure of a fact that does not know a grain is
 * left out there.
 */
export async function slice(warehouse: Warehouse, source: FactSource, request: TotalsRequest): Promise<TotalledCell[]> {
  const cells = new Map<string, { cell: TotalledCell; amounts: Record<string, string | null> }>();
  for (const statement of compileTotals(request)) {
    for (const row of await warehouse.rows<Record<string, string | null>>(statementText(source, statement))) {
      const grain = statement.grainOfCut.get(String(row.cut)) ?? [];
      const key = Object.fromEntries(grain.map((dimension) => [dimension, row[dimension] ?? "unclassified"]));
      const id = [row.span, row.scheme, grain.join(), ...Object.values(key)].join("\n");
      const found = cells.get(id) ?? newCell(row.span!, row.scheme!, grain, key);
      for (const { id: measureId } of statement.measures) found.amounts[measureId] = row[measureId] ?? null;
      cells.set(id, found);
    }
  }
  return [...cells.values()].map(({ cell }) => cell);
}

function newCell(span: string, scheme: string, grain: Grain, key: Partial<Record<Dimension, string>>) {
  const amounts: Record<string, string | null> = {};
  return { cell: { span, scheme, grain, key, amounts }, amounts };
}

/** The statement over the files it needs. */
function statementText(source: FactSource, { fact, spans, sql }: TotalsStatement): string {
  return `with ${factViewSql(source, { fact, partitions: partitionsOf(fact, spans) })},\n${sql.replace(/^with /, "")}`;
}
