import { decimal, zero } from "../money";
import { known, noTarget, type Scorer, unmetUnless } from "./scorer";

/**
 * Full when actual ≥ target, else full × actual ÷ target; 0 below the floor. A target that is not above zero has no
 * shares: it is reached or worth nothing. Without a target the points are not known.
 */
export const higherIsBetter: Scorer<"higher_is_better"> = ({ rule, full, target, actual: { value } }) => {
  const actual = decimal(value);
  if (target === null) return noTarget({ actual: value }, full);
  const inputs = { actual: value, target: target.toString() };
  const attainment = target.gt(0) ? actual.div(target) : null;
  if (actual.gte(target)) return known(full, "target_reached", inputs, { attainment });
  const flags = unmetUnless(false);
  if (rule.floor !== undefined && actual.lt(decimal(rule.floor)))
    return known(zero, "below_floor", { ...inputs, floor: rule.floor }, { attainment, flags });
  if (actual.lte(0) || target.lte(0)) return known(zero, "no_share_of_target", inputs, { attainment, flags });
  return known(full.times(actual).div(target), "share_of_target", inputs, { attainment, flags });
};
