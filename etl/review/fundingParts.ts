import type { Warehouse } from "@/warehouse/connection";
import type { StagedFile } from "../steps/fileOutcome";
import { fundingWholes } from "../steps/fundingWholes";
import type { Found } from "./finding";

/** L-438: a line of funding as a whole beside its parts, which come to something else. */
export async function findFundingDoubts(warehouse: Warehouse, file: StagedFile): Promise<Found[]> {
  const others = (await fundingWholes(warehouse, file)).filter(({ isSum }) => !isSum);
  if (others.length === 0) return [];
  const first = others.map(({ ordinal }) => ordinal);
  return [{ code: "L-438", severity: "refuse", field: "line", rows: others.length, first }];
}
