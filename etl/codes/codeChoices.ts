import { type CodeMap, codeMeanings, type LocalCode } from "@/domain/localCodes";
import { shippedCodes } from "@/etl/codes/knownCodes";

/** What a code of a file can be made to count as: a meaning, and a code by which the map knows it. */
export interface CodeChoice {
  readonly code: string;
  readonly meaning: LocalCode["meaning"];
}

/** The map in which the codes of a field are looked up; none for other fields. */
export const mapOfField: Readonly<Record<string, CodeMap>> = {
  medical_type: "medical_type",
  visit_class: "medical_type",
  status_code: "hardship_identity",
  identity: "hardship_identity",
  hospital_level: "hospital_level",
};

/** Every meaning of a map once: by its own name where the map has it, else by the first code that leads to it. */
export function codeChoices(map: CodeMap, region: string): CodeChoice[] {
  const known = shippedCodes(region).filter((code) => code.map === map);
  return codeMeanings[map].flatMap((meaning) => {
    const leading = known.filter((code) => code.meaning === meaning);
    const code = leading.find((each) => each.code === meaning) ?? leading[0];
    return code ? [{ code: code.code, meaning }] : [];
  });
}
