import { literal } from "@/domain/sqlLiteral";
import { type CodeCells, code } from "./code";
import type { Grammar } from "./sql";
import { cleanIdentifierText } from "./text";

/**
 * The code of a region, of which some files hold the name: what the bureau calls its own region counts as its code (null:
 * it has no name). Any other name stands as it is written, for nobody else's is known.
 */
export const region = (cells: CodeCells, ownName: string | null): Grammar => {
  const grammar = code(cells);
  if (ownName === null) return grammar;
  const own = (tidy: string) => `when ${tidy} = ${literal(cleanIdentifierText(ownName))} then ${literal(cells.region)}`;
  return { ...grammar, canonical: (tidy) => `case ${own(tidy)} else ${grammar.canonical(tidy)} end` };
};

/** SQL: six digits or more. Letters of any script stand behind the digits; cheaper than a pattern for each row. */
export const isRegionCode = (column: string) => `(length(${column}) >= 6 and ${column} < ':')`;
