import type { AttainmentChance, ChanceReason } from "@/domain/assessment";
import type { Decimal } from "@/domain/money";
import type { RuleId } from "@/domain/rubric";
import type { Expected, SuggestedChance } from "./monitoring";

/** Where an indicator stands and where it is going, in its unit. `interval`: that of the projection, 80%. */
export interface Reached {
  readonly by: Expected["by"];
  readonly soFar: Decimal;
  readonly expected: Decimal;
  readonly interval: { readonly low: Decimal; readonly high: Decimal } | null;
}

/**
 * The light that the figures speak for. 确定能 and 完全不可能 only where that is so already or the whole interval of the
 * projection says it; anything else is 有可能. Null for rules that know no number to reach.
 */
export function suggestChance(rule: RuleId, target: Decimal, reached: Reached): SuggestedChance | null {
  const isLower = rule === "lower_is_better";
  if (!isLower && rule !== "higher_is_better" && rule !== "bands" && rule !== "budget_execution") return null;
  const meets = (value: Decimal) => (isLower ? value.lte(target) : value.gte(target));
  const { by, soFar, expected, interval } = reached;
  const say = (chance: AttainmentChance, because: ChanceReason): SuggestedChance => ({ chance, because });
  switch (by) {
    case "whole_year":
      return meets(soFar) ? say("certain", "year_met") : say("impossible", "year_unmet");
    case "forecast": {
      const ends = interval && [interval.low, interval.high].map(meets);
      if (ends?.every(Boolean)) return say("certain", "interval_meets");
      return ends && !ends.some(Boolean) ? say("impossible", "interval_misses") : say("possible", "interval_open");
    }
    case "pace":
      if (!isLower && meets(soFar)) return say("certain", "already_met");
      if (isLower && !meets(soFar)) return say("impossible", "already_exceeded");
      return say("possible", meets(expected) ? "pace_meets" : "pace_misses");
    case "standing":
      return meets(soFar) ? say("certain", "stands_met") : say("possible", "stands_unmet");
  }
}
