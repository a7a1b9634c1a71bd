import type { Messages } from "@/messages/index";

/** Fields of a description in the reader's words: `settled_at/begun_on` too, where one of several is meant. */
export const fieldsInWords = (fields: string, { fieldNames }: Messages): string =>
  fields
    .split("/")
    .map((field) => fieldNames[field] ?? field)
    .join("/");

/** The details of a message with its fields in words. */
export function detailsInWords(details: Readonly<Record<string, string | number>>, words: Messages) {
  const { field, part, kind } = details;
  return {
    ...details,
    ...(typeof field === "string" ? { field: fieldsInWords(field, words) } : {}),
    ...(typeof part === "string" ? { part: words.mappingPages.parts[part as "columns"] ?? part } : {}),
    ...(typeof kind === "string" ? { kind: words.dataPages.kinds[kind as "settlements"] ?? kind } : {}),
  };
}
