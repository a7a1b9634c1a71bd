import { defineCheck } from "./define";

const isPart = (field: string) => `coalesce(starts_with(${field}, '其中'), false)`;

/** A part of the line above it (其中：中央): counted beside its whole it would count twice. */
export const partOfLine = defineCheck({
  code: "L-435",
  kinds: ["funding"],
  outcome: "hold",
  field: "line",
  when: () => `${isPart("line")} or ${isPart("source_level")}`,
});
