import { type Tier, tiers } from "@/domain/dimensions";
import { type Explaining, explainingMember, influences } from "@/domain/influence";
import { cellMetrics, feeMembers } from "@/figures/causes";
import type { AnswerRow, Question, QuestionScope } from "@/figures/question";
import feePerCase from "@/metrics/definitions/fee_per_case";

/** One institution without which the fee per case of its tier would have moved quite differently; `key` is its code. */
export interface Outlier extends Explaining {
  readonly tier: Tier;
}

/** Tiers whose institutions are alike enough to be held against each other. */
const comparedTiers = tiers.filter((tier) => tier !== "unclassified");

export const isComparedTier = (tier: string) => comparedTiers.some((each) => each === tier);

/** Asks for the institutions of a scope, as the functions below want them. */
export const institutionsQuestion = (scope: QuestionScope): Question => ({
  ...scope,
  by: ["tier", "institution"],
  metrics: [...cellMetrics, feePerCase.id],
});

/** What institutions (rows by tier and institution, compared) do to the growth of their tier's fee per case. */
export function influencesByTier(rows: readonly AnswerRow[]) {
  return comparedTiers.map((tier) => ({ tier, ...influencesOn(rows.filter(({ key }) => key.tier === tier)) }));
}

/** What each institution does to the growth of the fee per case of all of them together. */
export function influencesOn(rows: readonly AnswerRow[]) {
  return influences(feeMembers(rows, "then"), feeMembers(rows, "now"));
}

/** The institutions that explain the growth of their tier's fee per case: at most one a tier, the strongest first. */
export function outliers(rows: readonly AnswerRow[]): Outlier[] {
  return influencesByTier(rows)
    .flatMap(({ tier, ...found }): Outlier[] => {
      const member = explainingMember(found);
      return member ? [{ ...member, tier }] : [];
    })
    .sort((a, b) => b.influence.abs().comparedTo(a.influence.abs()));
}

/** The strongest of these, or null where no institution explains so much. */
export function strongestOutlier(rows: readonly AnswerRow[]): Outlier | null {
  return outliers(rows)[0] ?? null;
}
