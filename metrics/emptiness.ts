import { type Measure, measure, measuresOf, type WatchedColumn } from "@/metrics/define";
import { registry } from "@/metrics/registry.gen";

/** When more than this share of a column is empty in the period, ratios built on it have no value. */
export const tolerableEmptiness = "0.01";

/** Settlements of the cell, reversals included: 0 where a period has none. */
export const settlementRowsId = "settlement_rows";

const rowsAmong: Record<WatchedColumn["among"], { id: string; condition: string }> = {
  settlements: { id: settlementRowsId, condition: "settled" },
  inpatients: { id: "inpatient_rows", condition: "settled and visit_class = 'inpatient'" },
};

export const emptyRowsId = (column: WatchedColumn) => `empty_${column.name}`;
export const rowsId = (column: WatchedColumn) => rowsAmong[column.among].id;

function countOfRows(id: string, condition: string): Measure {
  return measure({
    id,
    label: { zh: id, en: id },
    unit: "cases",
    meaning: { zh: "用于判断一列是否大多为空，不显示。", en: "Tells whether a column is mostly empty; never shown." },
    better: "neither",
    fact: "payments",
    sql: `count(*) filter (where ${condition})`,
    source: { document: "医账口径", clause: "空值" },
    reviewed: "2026-11-21",
  });
}

const watched = new Map<string, WatchedColumn>();
for (const metric of Object.values(registry)) {
  for (const { column } of measuresOf(metric)) if (column) watched.set(column.name, column);
}

/** Counts of rows and of empty cells, totalled beside the measures of settlements for the whole region. */
export const emptinessCounts: readonly Measure[] = [
  ...Object.values(rowsAmong).map(({ id, condition }) => countOfRows(id, condition)),
  ...[...watched.values()].map((column) =>
    countOfRows(emptyRowsId(column), `${rowsAmong[column.among].condition} and ${column.name} is null`),
  ),
];
