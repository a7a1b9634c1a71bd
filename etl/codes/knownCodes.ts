import type { CodeMap, LocalCode } from "@/domain/localCodes";
import { hardshipIdentities } from "@/etl/codes/hardshipIdentities";
import { hospitalLevels } from "@/etl/codes/hospitalLevels";
import { medicalTypes } from "@/etl/codes/medicalTypes";

/** A code of a map as it comes with the program. */
export interface ShippedCode {
  readonly map: CodeMap;
  /** The beginning of a code or name, or where `whole` all of it. */
  readonly code: string;
  readonly whole: boolean;
  readonly meaning: LocalCode["meaning"];
  /** First two digits of the region for which it holds; empty = everywhere. */
  readonly province: string;
}

const shipped: readonly ShippedCode[] = [
  ...medicalTypes
    .filter(({ visitClass }) => visitClass !== "unclassified")
    .map(({ province, prefix, whole, visitClass, specialDisease }) => ({
      map: "medical_type" as const,
      code: prefix,
      whole,
      meaning: (specialDisease ? "special_disease_inpatient" : visitClass) as LocalCode["meaning"],
      province,
    })),
  ...hardshipIdentities
    .filter(({ status }) => status !== "unclassified")
    .map(({ province, prefix, whole, status }) => ({
      map: "hardship_identity" as const,
      code: prefix,
      whole,
      meaning: status as LocalCode["meaning"],
      province,
    })),
  ...hospitalLevels.map(({ province, level, tier }) => ({
    map: "hospital_level" as const,
    code: level,
    whole: true,
    meaning: tier,
    province,
  })),
];

/** The codes that come with the program and hold for a region, in the order of their maps. */
export const shippedCodes = (region: string): ShippedCode[] =>
  shipped.filter(({ province }) => province === "" || province === region.slice(0, 2));

/** Whether a map knows a code, as the derivation looks it up: by its beginning or as a whole; levels of a bureau are whole. */
export function isKnown(map: CodeMap, code: string, region: string, localCodes: readonly LocalCode[]): boolean {
  const own = localCodes.map((known) => ({ ...known, whole: known.map === "hospital_level" }));
  return [...shippedCodes(region), ...own].some(
    (known) => known.map === map && (known.whole ? code === known.code : code.startsWith(known.code)),
  );
}
