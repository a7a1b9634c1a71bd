import { boolean, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

/** Names and attributes of institutions for the pages, one list per content hash of `dim_institutions`. */
export const institutions = pgTable(
  "institutions",
  {
    listHash: text("list_hash").notNull(),
    institution: text("institution").notNull(),
    name: text("name").notNull(),
    hospitalLevel: text("hospital_level"),
    institutionRegion: text("institution_region"),
    ownership: text("ownership"),
    villageClinic: boolean("village_clinic"),
  },
  (table) => [primaryKey({ columns: [table.listHash, table.institution] })],
);
