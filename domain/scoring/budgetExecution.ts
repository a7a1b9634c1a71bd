import { Decimal, decimal, zero } from "../money";
import { known, type Scorer, unmetUnless } from "./scorer";

/**
 * Full × 全年执行数 ÷ 全年预算数（调整后）, at most full. More executed than the budget had contradicts itself: money of
 * another base was counted.
 */
export const budgetExecution: Scorer<"budget_execution"> = ({ full, actual: { base, budget, executed } }) => {
  const inputs = { budget, executed };
  const all = decimal(budget);
  const spent = decimal(executed);
  if (all.lte(0)) return known(zero, "no_budget", inputs, { flags: spent.gt(0) ? ["contradicts"] : [] });
  return known(
    Decimal.max(zero, Decimal.min(full, full.times(spent).div(all))),
    base === "this_year_only" ? "share_of_this_year_budget" : "share_of_budget",
    inputs,
    { attainment: spent.div(all), flags: spent.gt(all) ? ["contradicts"] : unmetUnless(spent.eq(all)) },
  );
};
