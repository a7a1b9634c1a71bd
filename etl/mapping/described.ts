import { createHash } from "node:crypto";
import { type ExtractProfile, headersOf } from "@/domain/extractProfile";
import { type Profile, plainReading } from "../profiles/define";

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
    fingerprint: createHash("sha256").update(JSON.stringify(description)).digest("hex").slice(0, 8),
  };
}
