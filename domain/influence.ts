import { growth } from "@/domain/comparison";
import type { MeanMember } from "@/domain/decomposition";
import { type Decimal, sum, zero } from "@/domain/money";

export interface Influence {
  readonly key: string;
  readonly casesThen: Decimal;
  readonly casesNow: Decimal;
  /** The mean of all the others. */
  readonly withoutThen: Decimal | null;
  readonly withoutNow: Decimal | null;
  /** Growth of that mean, a fraction. */
  readonly growthWithout: Decimal | null;
  /** Growth with everybody minus growth without this member, a fraction: what this member does to the growth. */
  readonly influence: Decimal | null;
}

export interface Influences {
  readonly meanThen: Decimal | null;
  readonly meanNow: Decimal | null;
  readonly growth: Decimal | null;
  /** Strongest first; members that cannot be left out (nobody else remains) come last. */
  readonly members: readonly Influence[];
}

/** How a mean moves, and how it would move if one member (an institution) were left out of both periods. */
export function influences(then: readonly MeanMember[], now: readonly MeanMember[]): Influences {
  const before = totalsOf(then);
  const after = totalsOf(now);
  const overall = growth(meanOf(after), meanOf(before));
  const find = (members: readonly MeanMember[]) => new Map(members.map((member) => [member.key, member]));
  const earlier = find(then);
  const later = find(now);
  const members = [...new Set([...later.keys(), ...earlier.keys()])].map((key): Influence => {
    const was = earlier.get(key) ?? { cases: zero, amount: zero };
    const is = later.get(key) ?? { cases: zero, amount: zero };
    const withoutThen = meanOf({ cases: before.cases.minus(was.cases), amount: before.amount.minus(was.amount) });
    const withoutNow = meanOf({ cases: after.cases.minus(is.cases), amount: after.amount.minus(is.amount) });
    const growthWithout = growth(withoutNow, withoutThen);
    const influence = overall && growthWithout ? overall.minus(growthWithout) : null;
    return { key, casesThen: was.cases, casesNow: is.cases, withoutThen, withoutNow, growthWithout, influence };
  });
  const strength = (member: Influence) => member.influence?.abs() ?? zero.minus(1);
  members.sort((a, b) => strength(b).comparedTo(strength(a)) || (a.key < b.key ? -1 : 1));
  return { meanThen: meanOf(before), meanNow: meanOf(after), growth: overall, members };
}

/** The member without which less than half remains of a growth of at least 5%, or null where nobody does that much. */
export function explainingMember({ growth, members: [strongest] }: Influences): Explaining | null {
  if (!growth || !strongest?.influence || !strongest.growthWithout) return null;
  if (growth.abs().lessThan("0.05")) return null;
  const explains = strongest.growthWithout.abs().lessThan(growth.abs().div(2));
  return explains
    ? { ...strongest, growth, growthWithout: strongest.growthWithout, influence: strongest.influence }
    : null;
}

/** A member that explains the growth of the whole. */
export interface Explaining extends Influence {
  readonly growth: Decimal;
  readonly growthWithout: Decimal;
  readonly influence: Decimal;
}

interface WeightedAmount {
  readonly cases: Decimal;
  readonly amount: Decimal;
}

function totalsOf(members: readonly MeanMember[]): WeightedAmount {
  return { cases: sum(members.map((member) => member.cases)), amount: sum(members.map((member) => member.amount)) };
}

function meanOf({ cases, amount }: WeightedAmount): Decimal | null {
  return cases.isZero() ? null : amount.div(cases);
}
