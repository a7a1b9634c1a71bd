import type { HardshipStatus, Tier, VisitClass } from "@/domain/dimensions";
import { type CodeMap, codeMeanings, type LocalCode } from "@/domain/localCodes";
import type { Messages } from "@/messages/index";

/** What a code counts as, in words. */
export function meaningInWords(
  map: CodeMap,
  meaning: LocalCode["meaning"],
  { words }: { readonly words: Messages },
): string {
  if (meaning === "special_disease_inpatient") return words.settingsPages.specialInpatient;
  if (map === "medical_type") return words.visitClasses[meaning as VisitClass];
  return map === "hospital_level" ? words.tiers[meaning as Tier] : words.hardshipStatuses[meaning as HardshipStatus];
}

/** What a code of a map may be made to count as, to choose from. */
export const meaningOptions = (map: CodeMap, shown: { readonly words: Messages }) =>
  codeMeanings[map].map((meaning) => ({ value: meaning, label: meaningInWords(map, meaning, shown) }));
