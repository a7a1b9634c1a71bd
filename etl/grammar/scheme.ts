import { schemes } from "../codes/schemes";
import { type CodeCells, code } from "./code";
import { type Grammar, isOneOf, literal, matches } from "./sql";

/** The code of a scheme, by its code, by its name, or by both (390 城乡居民). */
export const scheme = (cells: CodeCells): Grammar => {
  const grammar = code(cells);
  const byName = (tidy: string) =>
    schemes.map(({ code: known, names }) => `when ${isOneOf(tidy, names)} then ${literal(known)}`).join("\n        ");
  return {
    ...grammar,
    canonical: (tidy) =>
      `case when ${matches(tidy, "[0-9]{3,5}[-_:.]?\\p{Han}+")} then regexp_extract(${tidy}, '^[0-9]+')
        ${byName(tidy)}
        else ${grammar.canonical(tidy)} end`,
  };
};
