import { errorCell, scientific } from "./identifier";
import { holdsNumberOfPersonSql, wordOfPersonSql } from "./ofPerson";
import { fault, type Grammar, matches } from "./sql";
import { cleanIdentifier, isEmptyWord, whenWithoutResult } from "./text";

/** What a column of codes may hold besides codes. */
export interface CodeCells {
  /** The region whose file it is, six digits: codes of its province may look like telephone numbers. */
  readonly region: string;
  /** The column holds words too: 三级甲等. Where it does not, a word that could be a name is one. */
  readonly mayBeWord: boolean;
}

/**
 * A code from a list: regions, levels, visit types. What no map knows is counted as unclassified, not judged here; only
 * what names a person by mistake is a fault (L-428).
 */
export const code = ({ region, mayBeWord }: CodeCells): Grammar => ({
  // Like an identifier, but not of 11, 13 or 18 characters where it begins with a digit: those are looked at.
  plain: "[A-MO-Za-mo-z_][0-9A-Za-z_]*|[0-9][0-9A-Za-z_]{0,9}|[0-9][0-9A-Za-z_]{11}|[0-9][0-9A-Za-z_]{13,16}",
  tidy: cleanIdentifier,
  canonical: (tidy) => {
    const number = holdsNumberOfPersonSql(tidy, region);
    return `case ${whenWithoutResult(tidy)} when ${isEmptyWord(tidy)} then null
      when ${matches(tidy, scientific)} then ${fault("L-303")} when ${matches(tidy, errorCell)} then ${fault("L-304")}
      when ${mayBeWord ? number : `${number} or ${wordOfPersonSql(tidy)}`} then ${fault("L-428")} else ${tidy} end`;
  },
  typed: (canonical) => canonical,
});
