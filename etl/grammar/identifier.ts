import { literal } from "@/domain/sqlLiteral";
import { fault, type Grammar, matches } from "./sql";
import { cleanIdentifier, isEmptyWord, whenWithoutResult } from "./text";

/** NULL, TRUE, FALSE, None, nil begin with F, N or T, and numbers are masked with X: what holds them is looked at again. */
const plain = "[0-9A-EG-MO-SU-WYZa-eg-mo-su-wyz_][0-9A-WYZa-wyz_]*[Xx]?";
/** What a spreadsheet leaves of a long number: the last digits are gone for good. */
export const scientific = "[0-9](\\.[0-9]+)?[eE]\\+[0-9]+|[0-9]\\.[0-9]+[eE][0-9]+|[0-9]{16,}\\.0+";
/** Stars, or the letter X, in the place of digits: part of a number does not tell whose it is. */
const masked = "[*＊×●•?？\ufffd]|[xX]{4}";
/** 未知, 无此人, TRUE: words in the place of a number. */
const words = "(?i)TRUE|FALSE|[^0-9A-Z]+";

/** #REF!, #N/A, ####: a cell that shows no value. */
export const errorCell = "#[A-Z0-9/]+[!?]?|#+";

function identifier(lostDigits: string): Grammar {
  return {
    plain,
    tidy: cleanIdentifier,
    canonical: (tidy) =>
      `case when contains(${tidy}, '.') and ${matches(tidy, scientific)} or contains(${tidy}, 'E+') then ${fault(lostDigits)}
        when ${matches(tidy, errorCell)} then ${fault("L-304")} ${whenWithoutResult(tidy)}
        when regexp_matches(${tidy}, ${literal(masked)}) then ${fault("L-433")}
        when ${isEmptyWord(tidy)} or ${matches(tidy, words)} then null
        else ${tidy} end`,
    typed: (canonical) => canonical,
  };
}

/** A settlement or visit number; case matters. */
export const settlementIdentifier = identifier("L-402");

const uncasedPerson = identifier("L-401");

/** A person number: upper case, no blanks. */
export const personNumber: Grammar = {
  ...uncasedPerson,
  plain: "[0-9A-EG-MO-SU-WYZ_][0-9A-WYZ_]*X?",
  canonical: (tidy) => `upper(${uncasedPerson.canonical(tidy)})`,
};

/** Weights of the check character of an identity number (GB 11643). */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** SQL: the check character of an identity number, given its first 17 digits as a bigint. */
export function checkCharacter(seventeen: string): string {
  const parts = weights.map((weight, i) => `${weight} * (${seventeen} // 1${"0".repeat(16 - i)} % 10)`);
  return `substr('10X98765432', 1 + ((${parts.join(" + ")}) % 11)::integer, 1)`;
}

/** An identity or other certificate number: upper case, no blanks, 15 digits written as 18. */
export const certificateNumber: Grammar = {
  ...personNumber,
  plain: "[0-9A-EG-MO-SU-WYZ][0-9A-WYZ]{0,13}|[0-9A-EG-MO-SU-WYZ][0-9A-WYZ]{15,}X?",
  canonical: (tidy) => {
    const number = personNumber.canonical(tidy);
    const seventeen = `(substr(${tidy}, 1, 6) || '19' || substr(${tidy}, 7, 9))`;
    return `case when ${matches(tidy, "[0-9]{15}")} then ${seventeen} || ${checkCharacter(`${seventeen}::bigint`)} else ${number} end`;
  },
};

/** The same check character in TypeScript, for `etl/personKey.ts`. */
export function identityCheckCharacter(seventeen: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(seventeen[i]), 0);
  return "10X98765432"[sum % 11]!;
}
