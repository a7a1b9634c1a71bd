import { literal } from "@/domain/sqlLiteral";
/** Marks a text as a fault: what follows is a message code. The character cannot survive the cleaning of a cell. */
export const faultMark = "\u0001";

export function fault(code: string): string {
  return literal(faultMark + code);
}

/** True where a canonical column holds a fault instead of a value; never null. */
export function isFaulty(column: string): string {
  return `coalesce(starts_with(${column}, ${literal(faultMark)}), false)`;
}

/** RE2, the whole text. */
export function matches(column: string, pattern: string): string {
  return `regexp_full_match(${column}, ${literal(pattern)})`;
}

/** SQL: the column holds none of the words; null where it is empty. Not `not in`, for which DuckDB joins every row. */
export function isNoneOf(column: string, words: readonly string[]): string {
  return `not list_contains([${words.map(literal).join(", ")}], ${column})`;
}

/** SQL: the column is one of a few words; null where it is empty. */
export function isOneOf(column: string, words: readonly string[]): string {
  return `(${words.map((word) => `${column} = ${literal(word)}`).join(" or ")})`;
}

/**
 * How the text of one kind of field becomes a value, as SQL over columns of text, so that it runs vectorised and
 * before any cast. The plain spelling costs one pattern; only what it does not match is tidied and looked at.
 */
export interface Grammar {
  /** RE2 of cells that are canonical as they stand, whole; null where every cell must be looked at. */
  readonly plain: string | null;
  /** Every plain spelling, where there are two or three: cheaper compared than matched. */
  readonly plainWords?: readonly string[];
  /** A plain spelling that most cells have: cheaper compared than matched. */
  readonly usual?: string;
  /** Any other cell: without blanks, full-width digits and rewritable spellings. */
  tidy(raw: string): string;
  /** Tidied text to canonical text, a fault, or null for an empty cell. */
  canonical(tidy: string): string;
  /** Canonical text to the value; only ever given text that the grammar accepted. */
  typed(canonical: string): string;
}

/** SQL: the canonical text, fault or null of every cell of a list. */
export function reread({ plain, tidy, canonical }: Grammar, cells: string): string {
  const unless = (otherwise: string) =>
    plain ? `case when ${matches("cell", plain)} then cell else ${otherwise} end` : otherwise;
  const tidied = `list_transform(${cells}, lambda cell: ${unless(tidy("cell"))})`;
  return `list_transform(${tidied}, lambda cell: ${unless(canonical("cell"))})`;
}
