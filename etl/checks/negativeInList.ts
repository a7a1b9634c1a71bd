import { fundingLineNames, fundingLines } from "@/domain/fundingLines";
import { isOneOf } from "../grammar/sql";
import { lineName } from "../sql/fundingNames";
import { type Check, defineCheck } from "./define";

const isOfRole = (role: string) =>
  isOneOf(
    `(${lineName})`,
    fundingLineNames
      .filter(({ line }) => fundingLines[line as keyof typeof fundingLines].role === role)
      .map(({ name }) => name),
  );
const isNegativeFunding = "least(planned_amount, in_place_amount) < 0";

/** Less than nobody is enrolled, or less than nothing handed on: a minus sign before what is taken off would add it. */
const impossible: readonly Check[] = [
  defineCheck({
    code: "L-440",
    kinds: ["enrolment"],
    outcome: "hold",
    field: "enrolled",
    when: () => "least(enrolled, target, population) < 0",
  }),
  defineCheck({
    code: "L-440",
    kinds: ["funding"],
    outcome: "hold",
    field: "planned_amount",
    when: () => `least(heads, per_head) < 0 or ${isNegativeFunding} and ${isOfRole("deduction")}`,
  }),
];

/** Money taken back or cut: it counts as it stands. What is left of the year before may well be less than nothing. */
const unusual: readonly Check[] = [
  defineCheck({
    code: "L-440",
    kinds: ["manual_aid"],
    outcome: "warn",
    field: "amount",
    when: () => "least(amount, cases) < 0",
  }),
  defineCheck({
    code: "L-440",
    kinds: ["funding"],
    outcome: "warn",
    field: "planned_amount",
    when: () => `${isNegativeFunding} and not ${isOfRole("opening")}`,
  }),
];

/** Negative numbers in lists, which have no mark for what is taken back. */
export const negativeInList: readonly Check[] = [...impossible, ...unusual];
