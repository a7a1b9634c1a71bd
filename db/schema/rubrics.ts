import { integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { Rubric } from "@/domain/rubric";

/** Versions of rubrics that a bureau entered: rows are only ever added. The ones of the program are no rows. */
export const rubrics = pgTable(
  "rubrics",
  {
    id: text("id").notNull(),
    version: integer("version").notNull(),
    document: jsonb("document").$type<Rubric>().notNull(),
    enteredAt: timestamp("entered_at", { withTimezone: true, mode: "string" }).notNull(),
    enteredBy: text("entered_by").notNull(),
    reason: text("reason").notNull(),
  },
  (table) => [primaryKey({ columns: [table.id, table.version] })],
);
