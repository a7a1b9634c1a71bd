import { defineCheck } from "./define";

/** A registry row that names nobody. */
export const registryPerson = defineCheck({
  code: "L-421",
  kinds: ["hardship_registry"],
  outcome: "hold",
  field: "person_number",
  when: () => "person_number is null and certificate_number is null",
});
