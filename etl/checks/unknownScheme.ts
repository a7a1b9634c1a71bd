import { schemes } from "../codes/schemes";
import { isNoneOf } from "../grammar/sql";
import { defineCheck } from "./define";

/** A scheme that no list knows: the row counts under no scheme's figures and is shown on its own. */
export const unknownScheme = defineCheck({
  code: "L-417",
  kinds: ["settlements"],
  outcome: "warn",
  field: "scheme",
  when: ({ present }) =>
    present.has("scheme")
      ? `scheme is null or ${isNoneOf(
          "scheme",
          schemes.map(({ code }) => code),
        )}`
      : null,
});
