import { index, jsonb, pgTable, text } from "drizzle-orm/pg-core";

/** Published totals: one row per cell of a grain in one period, every measure as an exact decimal string. */
export const totals = pgTable(
  "totals",
  {
    /** Region, period and content they were computed from. */
    batchId: text("batch_id").notNull(),
    scheme: text("scheme").notNull(),
    /** The grain: dimension ids joined by a comma, in registry order; empty for the whole region. */
    grain: text("grain").notNull(),
    /** The cell: dimension id to member. */
    key: jsonb("key").$type<Record<string, string>>().notNull(),
    /** Measure id to exact decimal string. A measure that is absent has no value here. */
    amounts: jsonb("amounts").$type<Record<string, string>>().notNull(),
  },
  (table) => [index("totals_by_batch").on(table.batchId, table.scheme, table.grain)],
);
