import { defineCheck } from "./define";

const tolerance = "0.05";

function identity(field: string, whole: string, parts: readonly string[], optional: readonly string[] = []) {
  const fields = [whole, ...parts];
  return defineCheck({
    code: "L-310",
    kinds: ["settlements"],
    outcome: "warn",
    field,
    when: ({ present }) => {
      if (!fields.every((name) => present.has(name))) return null;
      const sum = [...parts, ...optional.filter((name) => present.has(name)).map((name) => `coalesce(${name}, 0)`)];
      return `abs(${whole} - (${pairwise(sum)})) > ${tolerance}`;
    },
  });
}

/** A sum of pairs of sums: each addition widens a decimal by a digit, and beyond 18 digits it is several times as slow. */
function pairwise(terms: readonly string[]): string {
  if (terms.length < 2) return terms.join();
  const half = Math.ceil(terms.length / 2);
  return `(${pairwise(terms.slice(0, half))} + ${pairwise(terms.slice(half))})`;
}

/** Fee = own pay + over the limit + advance self-pay + in scope. */
export const feeByScope = identity("in_scope_fee", "total_fee", [
  "own_pay",
  "over_limit_pay",
  "advance_self_pay",
  "in_scope_fee",
]);

/** All funds together = the sum of each. */
export const fundByKind = identity(
  "fund_pay",
  "fund_pay",
  ["pool_pay", "serious_illness_pay", "medical_aid_pay"],
  ["civil_servant_pay", "supplementary_pay", "large_amount_pay", "disabled_veteran_pay", "other_fund_pay"],
);

/** Fee = funds + person (+ the hospital's part). */
export const feeByPayer = identity("person_pay", "total_fee", ["fund_pay", "person_pay"], ["hospital_part_pay"]);

/** The person's part = account + cash (+ family account). */
export const personByMeans = identity("cash_pay", "person_pay", ["account_pay", "cash_pay"], ["family_account_pay"]);
