import { jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

/** Published totals: one row per cell of a grain in one period (docs/decisions/0005-stored-totals.md). */
export const totals = pgTable(
  "totals",
  {
    /** Region, period, definitions and content they were computed from. A batch is written by one statement or not at all. */
    batchId: text("batch_id").notNull(),
    scheme: text("scheme").notNull(),
    /** The grain: dimension ids joined by a comma, in their one order; empty for the whole region. */
    grain: text("grain").notNull(),
    /** The cell: its members in the order of the grain, as a JSON array. */
    cell: text("cell").notNull(),
    /** Measure id to exact decimal string. Sums and counts of 0 are left out; null is no value. */
    amounts: jsonb("amounts").$type<Record<string, string | null>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.scheme, table.grain, table.cell] })],
);
