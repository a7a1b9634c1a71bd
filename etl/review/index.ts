import type { Finding } from "@/domain/load";
import type { Warehouse } from "@/warehouse/connection";
import type { FileOutcome, StagedFile } from "../steps/fileOutcome";
import { findColumnShift } from "./columnShift";
import { type Found, findingOf } from "./finding";
import { findFundingDoubts } from "./fundingParts";
import { findTwoIdentities } from "./identities";
import { findContradictingListings } from "./listings";
import { findGarbledTexts, findInstitutionNames } from "./names";
import { findPersonNumbers } from "./personNumbers";
import type { RecentMonths } from "./recentMonths";
import { findTownshipDoubts } from "./townships";
import { findUnitDoubts } from "./units";

export { findUnusualRowCounts } from "./rowCount";

/** What no single row tells: a file as a whole against itself, and against recent months where there are any. */
export async function reviewFile(
  warehouse: Warehouse,
  file: StagedFile,
  outcome: FileOutcome,
  recent: RecentMonths | null,
): Promise<Finding[]> {
  const found: Found[] = [
    ...(await findColumnShift(warehouse, file, outcome)),
    ...(await findUnitDoubts(warehouse, file, recent)),
    ...(await findGarbledTexts(warehouse, file)),
    ...(await findInstitutionNames(warehouse, file)),
    ...(await findPersonNumbers(warehouse, file)),
    ...(await findTwoIdentities(warehouse, file)),
    ...(await findTownshipDoubts(warehouse, file)),
    ...(await findFundingDoubts(warehouse, file)),
    ...(await findContradictingListings(warehouse, file)),
  ];
  return found.map((one) => findingOf(file, one));
}
