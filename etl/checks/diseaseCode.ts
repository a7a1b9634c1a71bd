import { defineCheck } from "./define";

/** A letter O among the digits of a disease code (E1O.9): somebody typed it. */
export const letterInDiseaseCode = defineCheck({
  code: "L-416",
  kinds: ["settlements"],
  outcome: "warn",
  field: "disease_code",
  when: ({ present }) =>
    present.has("disease_code")
      ? "contains(substr(disease_code, 2), 'O') and regexp_matches(disease_code, '[0-9]O|^[A-Z]O[0-9O]')"
      : null,
});
