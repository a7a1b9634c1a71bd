import { comparableYears, type Factor, type OrdinaryYears } from "./comparable";
import type { Flag } from "./flags";
import { monthOf, type ProjectionInput } from "./input";
import { flatWeights, type MonthWeights, monthWeights } from "./monthWeights";
import { observedFactor } from "./policyChange";
import { festivalFactors, festivalWeight } from "./springFestival";
import type { YearUnderWay } from "./year";

/** All months brought to one basis: mean months without a festival, under the policy that is in force at year end. */
export interface Basis {
  readonly year: YearUnderWay;
  readonly weights: MonthWeights;
  /** What a month was multiplied by; a projected month is divided by it. */
  readonly factor: Factor;
  /** The policy change as it turns out; null without one. */
  readonly policyFactor: number | null;
  readonly flags: readonly Flag[];
}

export function commonBasis(input: ProjectionInput, ordinary: OrdinaryYears): Basis {
  const parent = input.parent?.monthWeights ?? flatWeights;
  const bring = (factor: Factor) => comparableYears(ordinary, input.year, factor, parent);
  const calendar =
    input.calendar === "spring_festival"
      ? festivalFactor(
          input.year,
          bring(() => 1),
        )
      : plain;
  const factor = calendar ?? plain;
  const flags: Flag[] = calendar ? [] : [{ code: "festival_dates_unknown" }];
  if (!input.policyChange) {
    const year = bring(factor);
    return { year, weights: monthWeights(year, parent), factor, policyFactor: null, flags };
  }
  const { from } = input.policyChange;
  const mechanical = input.policyChange.factor.toNumber();
  const upTo = (policy: number): Factor => {
    return (year, month) => factor(year, month) * (monthOf(year, month) < from ? policy : 1);
  };
  const weights = monthWeights(bring(upTo(mechanical)), parent);
  const policyFactor = observedFactor(mechanical, from, bring(factor), input.year, weights);
  const year = bring(upTo(policyFactor));
  return { year, weights: monthWeights(year, parent), factor: upTo(policyFactor), policyFactor, flags };
}

const plain: Factor = () => 1;

/** Null when a year lies outside the table of dates. */
function festivalFactor(current: number, year: YearUnderWay): Factor | null {
  const weight = festivalWeight(year.history);
  const years = [...year.history.map((prior) => prior.year), current];
  const factors = new Map(years.map((each) => [each, festivalFactors(each, weight)]));
  if ([...factors.values()].includes(null)) return null;
  return (each, month) => factors.get(each)![month - 1]!;
}
