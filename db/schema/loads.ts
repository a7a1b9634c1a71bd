import { bigint, boolean, date, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { LoadReport, LoadState } from "@/domain/load";

/** One run of the loader over one or several files. */
export const loads = pgTable("loads", {
  loadId: text("load_id").primaryKey(),
  region: text("region").notNull(),
  scheme: text("scheme").notNull(),
  state: text("state").$type<LoadState>().notNull(),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "string" }).notNull(),
  /** The version that was current when the load was checked: publishing is refused if these months moved since. */
  baseVersion: integer("base_version").notNull(),
  /** Counts, reasons and reconciliation, as printed by `load --json`. No field of a row that names a person. */
  report: jsonb("report").$type<LoadReport>().notNull(),
  /** Who typed it on a page of 设置, and why; null for files. */
  enteredBy: text("entered_by"),
  reason: text("reason"),
});

/** One file of a load: what it covers and where its accepted rows are. */
export const extracts = pgTable(
  "extracts",
  {
    loadId: text("load_id").notNull(),
    extractNumber: integer("extract_number").notNull(),
    region: text("region").notNull(),
    scheme: text("scheme").notNull(),
    kind: text("kind").notNull(),
    fileName: text("file_name").notNull(),
    /** SHA-256 of the bytes as received. */
    sha256: text("sha256").notNull(),
    profile: text("profile").notNull(),
    /** How its bytes were read: the encoding of a text, format and sheets of a workbook; null where an earlier program read it. */
    readAs: text("read_as"),
    /** Months the extract declares (2018-06 …), years for funding, empty for a registry that is replaced whole. */
    coverage: text("coverage").array().notNull(),
    /** Parquet of accepted rows, relative to the warehouse folder. */
    path: text("path").notNull(),
    rows: bigint("rows", { mode: "number" }).notNull(),
    receivedOn: date("received_on", { mode: "string" }).notNull(),
    hasReversalMark: boolean("has_reversal_mark").notNull().default(true),
  },
  (table) => [primaryKey({ columns: [table.loadId, table.extractNumber] })],
);
