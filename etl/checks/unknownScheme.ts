import { isNoneOf } from "../grammar/sql";
import { defineCheck } from "./define";

// biome-ignore format: one list, read as a block
const knownSchemes = [
  "310", "320", "330", "340", "350", "360", "370", "380", "390", "391", "392", "399", "410", "510", "39901", "39903",
  "39904",
];

/** A scheme that no list knows: the row counts under no scheme's figures and is shown on its own. */
export const unknownScheme = defineCheck({
  code: "L-417",
  kinds: ["settlements"],
  outcome: "warn",
  field: "scheme",
  when: ({ present }) => (present.has("scheme") ? `scheme is null or ${isNoneOf("scheme", knownSchemes)}` : null),
});
