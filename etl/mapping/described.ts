import { createHash } from "node:crypto";
import { type ExtractProfile, headersOf } from "@/domain/extractProfile";
import { type Profile, plainReading } from "../profiles/define";
import { fieldsOf } from "../profiles/fields";

/** The same description with its parts and fields in their usual order: two that say the same are the same text. */
export function inOrder(description: ExtractProfile): ExtractProfile {
  const { format, name, kind, columns, constants, units, dates, codes } = description;
  const ordered = (part: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.keys(fieldsOf(kind)).flatMap((field) => (field in part ? [[field, part[field]]] : [])));
  const given = Object.entries({ constants, units, dates, codes }).filter(
    ([, part]) => Object.keys(part ?? {}).length > 0,
  );
  return {
    ...{ format, name, kind, columns: ordered(columns) as ExtractProfile["columns"] },
    ...Object.fromEntries(given.map(([part, values]) => [part, ordered(values!)])),
  };
}

/** A description as a file holds it. */
export const profileText = (description: ExtractProfile): string =>
  `${JSON.stringify(inOrder(description), null, 2)}\n`;

/** A description as the corridor takes it: from here on nothing tells it from a layout that comes with the program. */
export function layoutOf(description: ExtractProfile): Profile {
  const { name, kind, columns, constants = {}, units = {}, dates = {}, codes = {} } = description;
  const headers = Object.keys(columns).map((field) => [field, headersOf(description, field)] as const);
  return {
    ...plainReading,
    ...{ name, kind, constants, units, dates, codes },
    headers: Object.fromEntries(headers.map(([field, [header]]) => [field, [header!]])),
    added: Object.fromEntries(
      headers.filter(([, all]) => all.length > 1).map(([field, [, ...more]]) => [field, more] as const),
    ),
    exact: true,
    fingerprint: createHash("sha256").update(profileText(description)).digest("hex").slice(0, 8),
  };
}
