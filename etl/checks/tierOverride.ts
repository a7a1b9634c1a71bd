import { tierNames } from "../codes/tierNames";
import { isNoneOf } from "../grammar/sql";
import { defineCheck } from "./define";

const hasReason = "length(trim(reason)) > 0";

/** A tier that no list knows is put in the place of region and level: the institution is left unclassified. */
export const unknownTier = defineCheck({
  code: "L-426",
  kinds: ["institutions"],
  outcome: "warn",
  field: "tier_override",
  when: () =>
    `tier_override is not null and ${hasReason} and ${isNoneOf(
      "trim(tier_override)",
      tierNames.map(({ name }) => name),
    )}`,
});

/** Whoever puts a tier in the place of region and level says why: else it is passed over. */
export const tierWithoutReason = defineCheck({
  code: "L-427",
  kinds: ["institutions"],
  outcome: "warn",
  field: "tier_override",
  when: () => `tier_override is not null and not coalesce(${hasReason}, false)`,
});
