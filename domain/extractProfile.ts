import type { ExtractKind } from "./load";

/** In which unit the amounts of a column are written: 元 or 万元. */
export const amountUnits = ["yuan", "ten_thousand_yuan"] as const;
export type AmountUnit = (typeof amountUnits)[number];

/** How dates of a column are written: 2018-06-03 and its kin, 03/06/2018 or 06/03/2018. */
export const dateOrders = ["year_month_day", "day_month_year", "month_day_year"] as const;
export type DateOrder = (typeof dateOrders)[number];

/** One layout of one kind of extract as data: what a bureau describes on a page or in a file, without code. */
export interface ExtractProfile {
  /** Of this shape of description. */
  readonly format: 1;
  /** As people call it; unique among the layouts of a region. */
  readonly name: string;
  readonly kind: ExtractKind;
  /** Field to the header of its column, as the file writes it; of several headers the amounts are added up. */
  readonly columns: Readonly<Record<string, string | readonly string[]>>;
  /** Field to the text that stands for it in every row. */
  readonly constants?: Readonly<Record<string, string>>;
  /** Of amounts whose unit the header does not say. */
  readonly units?: Readonly<Record<string, AmountUnit>>;
  readonly dates?: Readonly<Record<string, DateOrder>>;
  /** Field to its codes: as in the file, and as the maps of the program know it. */
  readonly codes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The headers of a field of a description, none where no column carries it. */
export function headersOf({ columns }: Pick<ExtractProfile, "columns">, field: string): readonly string[] {
  const headers = columns[field] ?? [];
  return typeof headers === "string" ? [headers] : headers;
}
