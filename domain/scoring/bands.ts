import { decimal, zero } from "../money";
import { known, type Scorer, unmetUnless } from "./scorer";

/** The share of the highest step that the actual reaches, 0 below the last. */
export const bands: Scorer<"bands"> = ({ rule, full, target, actual: { value } }) => {
  const actual = decimal(value);
  const step = rule.steps.find(({ atLeast }) => actual.gte(decimal(atLeast)));
  const share = decimal(step?.share ?? 0);
  const met = target === null ? share.gte(1) : actual.gte(target);
  const attainment = target?.gt(0) ? actual.div(target) : null;
  const said = { attainment, flags: unmetUnless(met) };
  if (!step) return known(zero, "below_bands", { actual: value, lowest: rule.steps.at(-1)!.atLeast }, said);
  return known(full.times(share), "band", { actual: value, at_least: step.atLeast, share: step.share }, said);
};
