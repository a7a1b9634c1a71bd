import { numberOfPerson, phone } from "@/domain/numberOfPerson";
import { literal } from "@/domain/sqlLiteral";
import { matches } from "./sql";

const anyNumber = new RegExp(numberOfPerson, "u");

/** Two to four characters, or parts of a name joined by a point. */
const wordPattern = "\\p{Han}{2,4}|\\p{Han}+(?:[·•．.]\\p{Han}+)+";
/** Characters of the words that lists of codes hold, and hardly of a name. */
const officeCharacters = "级类型种诊院所站室店药病慢急症险市县区省镇乡村地未无他居职";

const wholePhone = new RegExp(`^(?:${phone})$`);

export const isPhone = (text: string): boolean => wholePhone.test(text);

/**
 * Whether the text of a cell holds an identity or telephone number; `region` (six digits) is that of the file. Codes of 11
 * digits that begin with its province look like telephone numbers in some provinces, and are none where they stand alone.
 */
export function holdsNumberOfPerson(text: string, region: string): boolean {
  return anyNumber.test(text) && !(text.length === 11 && text.startsWith(region.slice(0, 2)));
}

/** The same as `holdsNumberOfPerson`, in SQL. */
export function holdsNumberOfPersonSql(tidy: string, region: string): string {
  const isCode = `length(${tidy}) = 11 and starts_with(${tidy}, ${literal(region.slice(0, 2))})`;
  return `(regexp_matches(${tidy}, ${literal(numberOfPerson)}) and not (${isCode}))`;
}

/** SQL: a word that could be the name of a person, and is no word of the office. */
export function wordOfPersonSql(tidy: string): string {
  return `(${matches(tidy, wordPattern)} and not regexp_matches(${tidy}, ${literal(`[${officeCharacters}]`)}))`;
}
