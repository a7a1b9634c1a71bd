import { isNoneOf } from "../grammar/sql";
import { knownLineNames, plainName } from "../sql/fundingNames";
import { defineCheck } from "./define";

/** A funding line that no list knows: kept, and part of no fund figure. */
export const unknownFundingLine = defineCheck({
  code: "L-422",
  kinds: ["funding"],
  outcome: "warn",
  field: "line",
  when: () => isNoneOf(plainName("line"), knownLineNames),
});
