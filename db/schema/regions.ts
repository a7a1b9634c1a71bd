import { boolean, pgTable, text } from "drizzle-orm/pg-core";

/** The bureaus whose extracts are kept here. */
export const regions = pgTable("regions", {
  /** Administrative code, six digits. */
  code: text("code").primaryKey(),
  name: text("name").notNull(),
  /** Synthetic records, shown with the mark 演示数据. */
  demo: boolean("demo").notNull().default(false),
});
