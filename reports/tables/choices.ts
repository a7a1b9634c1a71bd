import type { TableDefinition } from "./define";

/** What an address or a command line chooses of a table: only what the table offers. */
export function choicesIn(
  given: Readonly<Record<string, string | string[] | undefined>>,
  { choices = {} }: TableDefinition,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(choices).flatMap(([name, offered]) => {
      const chosen = given[name];
      return typeof chosen === "string" && offered.includes(chosen) ? [[name, chosen]] : [];
    }),
  );
}
