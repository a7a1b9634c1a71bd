import { decimal, zero } from "../money";
import { known, noTarget, type Scorer, unmetUnless } from "./scorer";

/** Full when actual ≤ target, else full × target ÷ actual; nothing above a target that is not above zero. */
export const lowerIsBetter: Scorer<"lower_is_better"> = ({ full, target, actual: { value } }) => {
  const actual = decimal(value);
  if (target === null) return noTarget({ actual: value }, full);
  const inputs = { actual: value, target: target.toString() };
  const attainment = target.gt(0) ? actual.div(target) : null;
  if (actual.lte(target)) return known(full, "target_kept", inputs, { attainment });
  const flags = unmetUnless(false);
  if (target.lte(0)) return known(zero, "no_share_of_target", inputs, { attainment, flags });
  return known(full.times(target).div(actual), "target_share_of_actual", inputs, { attainment, flags });
};
