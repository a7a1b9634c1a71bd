import { cleanIdentifierText } from "../grammar/text";

/** A code as lists have it: no long number and no word that could be a name. The last is the national form of an institution. */
const codeLike = /^(?=.*\d)[0-9A-Za-z._-]{1,16}$|^[A-Za-z]{1,3}$|^[A-Z]\d{11}$/;
const longNumber = /\d{9}/;
/** A column of codes has few of them, each again and again; names of persons are many. */
const mostCodes = 24;
const rowsPerCode = 4;

/** A value of a column of codes, with the rows that have it. */
export interface CountedValue {
  readonly value: string;
  readonly rows: number;
}

/**
 * Which values of a column may be shown: codes, words that `isKnown`, and any where the column has so few that they can be
 * no names of persons. Nothing else leaves the loader.
 */
export function shownValues(values: readonly CountedValue[], isKnown: (value: string) => boolean): CountedValue[] {
  const rows = values.reduce((sum, each) => sum + each.rows, 0);
  const isList = values.length <= mostCodes && rows >= rowsPerCode * values.length;
  return values.filter(({ value }) => {
    const text = cleanIdentifierText(value);
    const isCode = codeLike.test(text) && (!longNumber.test(text) || /^[A-Z]\d{11}$/.test(text));
    return isCode || isKnown(text) || (isList && text.length <= 20 && !longNumber.test(text));
  });
}

/** The shape of a value: 9 for a digit, A for a letter, 文 for anything else; what may be shown of any cell. */
export function shapeText(value: string): string {
  return value
    .slice(0, 24)
    .replace(/[^0-9A-Za-z]/g, (character) => (/[-/.:, ]/.test(character) ? character : "文"))
    .replace(/[A-Za-z]/g, "A")
    .replace(/[0-9]/g, "9");
}
