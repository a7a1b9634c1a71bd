import { schemes } from "../codes/schemes";
import { isNoneOf } from "../grammar/sql";
import { defineCheck } from "./define";

const isOnNoList = isNoneOf(
  "scheme",
  schemes.map(({ code }) => code),
);

/** A scheme that no list knows: the row counts under no scheme's figures and is shown on its own. */
export const unknownScheme = defineCheck({
  code: "L-417",
  kinds: ["settlements"],
  outcome: "warn",
  field: "scheme",
  when: ({ present }) => (present.has("scheme") ? `scheme is null or ${isOnNoList}` : null),
});

/** The same of money for a scheme; where a list names none, it is of the scheme that the region declares. */
export const unknownFundedScheme = defineCheck({
  ...unknownScheme,
  kinds: ["funding"],
  when: ({ present }) => (present.has("scheme") ? isOnNoList : null),
});
