import { isRegionCode } from "../grammar/region";
import { defineCheck } from "./define";

/** Where an institution is, in words or too few digits: only a code tells its tier. */
export const unknownPlace = defineCheck({
  code: "L-429",
  kinds: ["settlements", "institutions"],
  outcome: "warn",
  field: "institution_region",
  when: ({ present }) => (present.has("institution_region") ? `not ${isRegionCode("institution_region")}` : null),
});
