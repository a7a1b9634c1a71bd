import { Decimal, decimal, zero } from "../money";
import type { ScoringFlag } from "./scored";
import { known, type Scorer, unmetUnless } from "./scorer";

/**
 * The marks of the review; before there is one, an estimate makes them an interval from itself to the marks claimed, or
 * to full ones; a claim alone stands. Never more than full.
 */
export const given: Scorer<"given"> = ({ full, actual: { scores } }) => {
  const inputs = Object.fromEntries(Object.entries(scores).filter(([, marks]) => marks !== undefined));
  const { self, estimate, review } = scores;
  const marksOf = (marks: string) => Decimal.max(zero, Decimal.min(full, decimal(marks)));
  const contradiction: ScoringFlag[] =
    self !== undefined && estimate !== undefined && !decimal(self).eq(decimal(estimate)) ? ["contradicts"] : [];
  const settled = review ?? (estimate === undefined ? self : undefined);
  if (settled !== undefined) {
    const points = marksOf(settled);
    return known(points, "marks_given", inputs, { flags: [...unmetUnless(points.gte(full)), ...contradiction] });
  }
  const guess = estimate === undefined ? zero : marksOf(estimate);
  const claim = self === undefined ? full : marksOf(self);
  return {
    low: Decimal.min(guess, claim),
    high: Decimal.max(guess, claim),
    formula: estimate === undefined ? "pending" : "marks_estimated",
    inputs,
    attainment: null,
    flags: ["pending", ...contradiction],
  };
};
