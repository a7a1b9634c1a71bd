import { integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { AssessmentChangeKind } from "@/domain/assessmentChange";
import type { Rubric } from "@/domain/rubric";

/** What an assessment is of; it never changes. What was entered are its changes. */
export const assessments = pgTable("assessments", {
  id: text("id").primaryKey(),
  region: text("region").notNull(),
  scheme: text("scheme").notNull(),
  year: integer("year").notNull(),
  /** The rubric's version that it was made with, whole: later versions and programs change nothing of it. */
  rubric: jsonb("rubric").$type<Rubric>().notNull(),
});

/** Everything that happened to an assessment: rows are only ever added. */
export const assessmentChanges = pgTable(
  "assessment_changes",
  {
    id: text("id").notNull(),
    /** Counted from 1 within the assessment: two writers cannot both have the next one (db/queries/changeAssessment.ts). */
    revision: integer("revision").notNull(),
    kind: text("kind").$type<AssessmentChangeKind>().notNull(),
    /** What it touches; null: all of it. */
    parts: text("parts").array(),
    value: jsonb("value"),
    enteredAt: timestamp("entered_at", { withTimezone: true, mode: "string" }).notNull(),
    enteredBy: text("entered_by").notNull(),
    reason: text("reason").notNull(),
  },
  (table) => [primaryKey({ columns: [table.id, table.revision] })],
);
