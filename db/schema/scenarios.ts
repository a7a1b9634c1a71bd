import { integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { LeverValues } from "@/domain/projection/leverValues";

/** Scenarios of 全年预测 that somebody saved: rows are only ever added; the newest of an id is in force. */
export const scenarios = pgTable(
  "scenarios",
  {
    id: text("id").notNull(),
    /** 1: saved. 2: withdrawn. */
    revision: integer("revision").notNull(),
    name: text("name").notNull(),
    region: text("region").notNull(),
    scheme: text("scheme").notNull(),
    year: integer("year").notNull(),
    /** The last month that was known, 2018-06. */
    through: text("through").notNull(),
    dataVersion: integer("data_version").notNull(),
    /** Null: withdrawn. */
    levers: jsonb("levers").$type<LeverValues>(),
    enteredAt: timestamp("entered_at", { withTimezone: true, mode: "string" }).notNull(),
    enteredBy: text("entered_by").notNull(),
    reason: text("reason").notNull(),
  },
  (table) => [primaryKey({ columns: [table.id, table.revision] })],
);
