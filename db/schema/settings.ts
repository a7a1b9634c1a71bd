import { integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { SettingKind, SettingValues } from "@/domain/settings";

/** Every change of every setting, each a row of its own: rows are only ever added, the newest of a key is in force. */
export const settings = pgTable(
  "settings",
  {
    region: text("region").notNull(),
    kind: text("kind").$type<SettingKind>().notNull(),
    key: text("key").notNull(),
    /** Counted from 1 within the key: who enters the next one has seen the one before (db/queries/changeSetting.ts). */
    revision: integer("revision").notNull(),
    /** Null: withdrawn. */
    value: jsonb("value").$type<SettingValues[SettingKind]>(),
    enteredAt: timestamp("entered_at", { withTimezone: true, mode: "string" }).notNull(),
    enteredBy: text("entered_by").notNull(),
    reason: text("reason").notNull(),
  },
  (table) => [primaryKey({ columns: [table.region, table.kind, table.key, table.revision] })],
);
