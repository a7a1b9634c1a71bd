import { fundingLineNames } from "@/domain/fundingLines";
import { literal } from "../grammar/sql";
import { defineCheck } from "./define";

/** A funding line that no list knows: kept, and part of no fund figure. */
export const unknownFundingLine = defineCheck({
  code: "L-422",
  kinds: ["funding"],
  outcome: "warn",
  field: "line",
  when: () => `line not in (${fundingLineNames.map(({ name }) => literal(name)).join(", ")})`,
});
