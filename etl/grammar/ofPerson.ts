import { literal } from "@/domain/sqlLiteral";
import { matches } from "./sql";

const phone = "(?:86)?1[3-9][0-9]{9}";
/** Region, date of birth, serial, check character: the date tells it from other numbers of 18 digits. */
const identityNumber = "[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]";
/** Alone or within a text, but no part of a longer number or code. */
const aNumber = `(?:^|[^0-9A-Za-z])(?:${phone}|${identityNumber})(?:$|[^0-9A-Za-z])`;
const anyNumber = new RegExp(aNumber, "u");

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

/** A text without the identity and telephone numbers within it. */
export function withoutNumbersOfPersons(text: string): string {
  return text.replace(new RegExp(aNumber, "gu"), (found) => found.replace(/[0-9Xx]{2,}/, "***"));
}

/** The same as `holdsNumberOfPerson`, in SQL. */
export function holdsNumberOfPersonSql(tidy: string, region: string): string {
  const isCode = `length(${tidy}) = 11 and starts_with(${tidy}, ${literal(region.slice(0, 2))})`;
  return `(regexp_matches(${tidy}, ${literal(aNumber)}) and not (${isCode}))`;
}

/** SQL: a word that could be the name of a person, and is no word of the office. */
export function wordOfPersonSql(tidy: string): string {
  return `(${matches(tidy, wordPattern)} and not regexp_matches(${tidy}, ${literal(`[${officeCharacters}]`)}))`;
}
