import { z } from "zod";
import { optional, whole } from "./enter";

/** What a form about a list carries: the list that its writer saw, and which of its rows they mean (from 0). */
export const listAttribution = {
  seen_list: z.string().max(400, "S-105").default(""),
  row: optional(whole),
};

/** The list with a row changed, added at its end, or taken out. */
export function rowsWith<Row>(
  rows: readonly Row[],
  { row: place, withdraw }: { readonly row: string | null; readonly withdraw?: string },
  row: Row,
): Row[] {
  if (place === null) return [...rows, row];
  const index = Number(place);
  return withdraw ? rows.toSpliced(index, 1) : rows.toSpliced(index, 1, row);
}
