import { createHash } from "node:crypto";
import type { LocalCode } from "@/domain/localCodes";
import { codeMapsHash } from "@/etl/codes/loadCodeMaps";
import { hashOfProbe } from "@/etl/sql/contentHash";

/** Raised whenever the SQL of this room changes what a figure says. */
const rulesEdition = 4;

/**
 * Names the code maps, with the bureau's own codes, the rules by which facts are derived now, and the hash by which their
 * contents are compared: facts derived by anything else are derived anew.
 */
export function rulesOf(localCodes: readonly LocalCode[]): string {
  const text = `${rulesEdition} ${hashOfProbe} ${codeMapsHash(localCodes)}`;
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
