import { fundingLineNames } from "@/domain/fundingLines";
import { isNoneOf } from "../grammar/sql";
import { defineCheck } from "./define";

/** A funding line that no list knows: kept, and part of no fund figure. */
export const unknownFundingLine = defineCheck({
  code: "L-422",
  kinds: ["funding"],
  outcome: "warn",
  field: "line",
  when: () =>
    isNoneOf(
      "line",
      fundingLineNames.map(({ name }) => name),
    ),
});
