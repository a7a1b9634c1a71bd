import { literal } from "@/domain/sqlLiteral";
import { schemes } from "../codes/schemes";
import { type CodeCells, code } from "./code";
import { type Grammar, isOneOf, matches } from "./sql";

/** 390 城乡居民（成年）, 390|城乡居民, 城乡居民(390) */
const both = "[0-9]{3,5}[-_:.|]?\\p{Han}[^0-9]*|\\p{Han}[^0-9]*[(][0-9]{3,5}[)]";

/**
 * The code of a scheme, by its code, by its name, or by both (390 城乡居民). A code beside the name of another scheme stays
 * as it is written: which of them is meant cannot be told.
 */
export const scheme = (cells: CodeCells): Grammar => {
  const grammar = code(cells);
  const byName = (tidy: string) =>
    schemes.map(({ code: known, names }) => `when ${isOneOf(tidy, names)} then ${literal(known)}`).join("\n        ");
  const another = (tidy: string) => {
    const name = `regexp_replace(${tidy}, '[0-9]{3,5}|[-_:.|()]', '', 'g')`;
    const codes = schemes.map(({ code: known, names }) => `when ${isOneOf(name, names)} then ${literal(known)}`);
    return `coalesce(case ${codes.join(" ")} end <> regexp_extract(${tidy}, '[0-9]{3,5}'), false)`;
  };
  return {
    ...grammar,
    canonical: (tidy) =>
      `case when ${matches(tidy, both)} and not ${another(tidy)} then regexp_extract(${tidy}, '[0-9]{3,5}')
        ${byName(tidy)}
        else ${grammar.canonical(tidy)} end`,
  };
};
