/** Messages of the commands of loads and versions; see also load.ts. */
export const versions: Record<string, string> = {
  "L-505": "{rows} rows of the registry name no identity; unclassified.",
  "L-710": "The region code “{region}” must have six digits, e.g. 361031.",
  "L-711": "The scheme code “{scheme}” must have three to six digits, e.g. 390.",
  "L-712": "There is no kind “{kind}”; known: {kinds}.",
  "L-719": "There is no encoding “{encoding}”; known: {encodings}.",
  "L-713": "Give one argument: {name}.",
};
