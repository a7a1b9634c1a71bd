import { PlainError } from "@/domain/errors";

/** A name and what it is worth, as one line of a form's field holds several of: `中央 356；省 115.6`. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}

export const writePairs = (pairs: readonly Pair[]): string =>
  pairs.map(({ name, value }) => `${name} ${value}`).join("；");

/** Reads what `writePairs` writes; new lines and other semicolons part as well. Throws PlainError R-128. */
export function readPairs(text: string): Pair[] {
  return text
    .split(/[；;\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "")
    .map((entry) => {
      const parts = /^(.*\S)\s+(\S+)$/.exec(entry);
      if (!parts) throw new PlainError("R-128", { value: entry });
      return { name: parts[1]!, value: parts[2]! };
    });
}
