import { integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { FactFile } from "@/domain/factFile";

/** A published state of every figure. Rows are only ever added. */
export const dataVersions = pgTable("data_versions", {
  version: integer("version").primaryKey(),
  publishedAt: timestamp("published_at", { withTimezone: true, mode: "string" }).notNull(),
  /** The load that brought it, or null for a restore. */
  loadId: text("load_id"),
  /** The version whose content was restored, else null. */
  restoredFrom: integer("restored_from"),
  /** The region whose months were derived anew from the same loads, else null. */
  rederivedRegion: text("rederived_region"),
  /** Loads in force. */
  loadIds: text("load_ids").array().notNull(),
  /** Equal content, equal hash, whatever the order in which it arrived. */
  contentHash: text("content_hash").notNull(),
  files: jsonb("files").$type<FactFile[]>().notNull(),
});

/** One row: the version that everybody sees. Publishing is one statement that moves it. */
export const publication = pgTable("publication", {
  id: integer("id").primaryKey(),
  version: integer("version").notNull(),
});

/** Which batch of totals answers for a period in a version. Batches are shared by the versions in which nothing changed. */
export const versionTotals = pgTable(
  "version_totals",
  {
    version: integer("version").notNull(),
    region: text("region").notNull(),
    period: text("period").notNull(),
    batchId: text("batch_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.version, table.region, table.period] })],
);
