import { headerSpellings } from "../profiles/define";

/** A column's name as messages show it, and the ways in which a dictionary may know it. */
export interface HeaderName {
  readonly text: string;
  /** The name and those of its groups, as written. */
  readonly parts: readonly string[];
  /** The name with those of its groups, and by itself: what it means in any group. */
  readonly joined: readonly string[];
  readonly alone: readonly string[];
}

/** All ways to look a column up. */
export const spellingsOf = ({ joined, alone }: HeaderName) => [...joined, ...alone];

/**
 * The names of columns whose header takes one row or several: a group's name stands once, above the first of its columns,
 * and a name that belongs to no group stands in the upper row alone. 基金支付 above 统筹 is looked up as 基金支付统筹,
 * 统筹基金支付 and 统筹.
 */
export function headerNames(rows: readonly (readonly string[])[]): HeaderName[] {
  const width = Math.max(...rows.map((cells) => cells.length));
  const groups = rows.map(() => "");
  return Array.from({ length: width }, (_, column) => {
    const cells = rows.map((row) => row[column]?.trim() ?? "");
    const lowest = cells.findLastIndex((cell) => cell !== "");
    cells.forEach((cell, level) => {
      if (cell !== "") groups.fill("", level).splice(level, 1, cell);
    });
    const path = cells.slice(0, lowest).map((cell, level) => cell || groups[level]!);
    const name = cells[lowest] ?? "";
    const above = path.filter((group) => group !== "");
    const parts = [...above, name];
    const [group = "", ...higher] = above.map(withoutBrackets).reverse();
    const joined = group ? [higher.reverse().join("") + group + name, group + name, name + group] : [];
    return { text: parts.join("/"), parts, joined: joined.flatMap(headerSpellings), alone: headerSpellings(name) };
  });
}

const withoutBrackets = (header: string) => header.replace(/[([（【〔].*[)\]）】〕]\s*$/, "");
