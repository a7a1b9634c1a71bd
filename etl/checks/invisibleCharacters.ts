import { literal } from "@/domain/sqlLiteral";
import { invisibleCharacters } from "../grammar/text";
import { type Check, defineCheck } from "./define";

const invisible = literal(`[${invisibleCharacters}]`);

/** Cells are compared as read and as taken over first: hardly any differ. */
const within = (field: string) =>
  defineCheck({
    code: "L-204",
    kinds: ["settlements"],
    outcome: "warn",
    field,
    when: ({ present }) =>
      present.has(field) ? `raw_${field} <> ${field} and regexp_matches(raw_${field}, ${invisible})` : null,
  });

/** Characters that nobody sees, in names and numbers: taken out, and counted. */
export const invisibleCharactersWithin: readonly Check[] = [
  "settlement_id",
  "person_number",
  "institution",
  "institution_name",
].map(within);
