import type { ExtractKind } from "@/domain/load";
import { type Check, defineCheck } from "./define";

/**
 * What a row of a list is of, left empty where other rows say it: cells that were merged leave it in the first row alone,
 * and the others would count for the region or scheme of the load, or for nobody.
 */
const emptyBesideGiven = (kind: ExtractKind, field: string): Check =>
  defineCheck({
    code: "L-421",
    kinds: [kind],
    outcome: "hold",
    field,
    when: ({ present }) => (present.has(field) ? `${field} is null and count(${field}) over () > 0` : null),
  });

const told: readonly (readonly [ExtractKind, readonly string[]])[] = [
  ["funding", ["insured_region", "scheme"]],
  ["enrolment", ["insured_region"]],
  ["manual_aid", ["insured_region", "identity", "visit_class"]],
];

/** The fields of lists that are given for all rows or for none. */
export const emptyCellsBesideGiven: readonly Check[] = told.flatMap(([kind, fields]) =>
  fields.map((field) => emptyBesideGiven(kind, field)),
);
