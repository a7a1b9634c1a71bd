import { literal } from "@/domain/sqlLiteral";
import { defineCheck } from "./define";

/** `361000` covers `361031`: codes of regions end in pairs of zeros above their level. */
function regionPrefix(region: string): string {
  return region.replace(/(00)+$/, "");
}

/** The row belongs to another region than the load. */
export const otherRegion = defineCheck({
  code: "L-419",
  kinds: ["settlements", "funding", "enrolment", "manual_aid"],
  outcome: "hold",
  field: "insured_region",
  when: ({ region }) => `not starts_with(insured_region, ${literal(regionPrefix(region))})`,
});
