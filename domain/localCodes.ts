import { type HardshipStatus, hardshipStatuses, tiers, type VisitClass, visitClasses } from "@/domain/dimensions";

/** The maps that say what a code of an extract counts as. */
export const codeMaps = ["medical_type", "hardship_identity", "hospital_level"] as const;
export type CodeMap = (typeof codeMaps)[number];

const known = <Member extends string>(members: readonly Member[]) =>
  members.filter((member): member is Exclude<Member, "unclassified"> => member !== "unclassified");

/** What a medical type may count as: a visit class, or an inpatient with a special disease. */
export type MedicalTypeMeaning = Exclude<VisitClass, "unclassified"> | "special_disease_inpatient";

/** What a code may be made to count as, by map; a level tells the tiers of the insured person's own county. */
export const codeMeanings = {
  medical_type: [...known(visitClasses), "special_disease_inpatient"] as readonly MedicalTypeMeaning[],
  hardship_identity: known(hardshipStatuses) as readonly Exclude<HardshipStatus, "unclassified">[],
  hospital_level: tiers.filter((tier) => tier === "township" || tier === "county"),
} as const;
export type CodeMeaning<Map extends CodeMap> = (typeof codeMeanings)[Map][number];

/** A code that a bureau has added for its region; it stands before a shipped one of the same length. */
export type LocalCode = {
  [Map in CodeMap]: { readonly map: Map; readonly code: string; readonly meaning: CodeMeaning<Map> };
}[CodeMap];

/** Those of one map. */
export function localCodesOf<Map extends CodeMap>(codes: readonly LocalCode[], map: Map) {
  return codes.filter((code): code is Extract<LocalCode, { map: Map }> => code.map === map);
}
