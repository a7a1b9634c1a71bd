import { defineCheck } from "./define";

/** An age that nobody has; the row counts, its age band does not. */
export const impossibleAge = defineCheck({
  code: "L-418",
  kinds: ["settlements"],
  outcome: "warn",
  field: "age",
  when: () => "age < 0 or age > 130",
});
