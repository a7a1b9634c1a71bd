import { growth } from "@/domain/comparison";
import { type Tier, tiers } from "@/domain/dimensions";
import { type Decimal, decimal } from "@/domain/money";
import type { Answer, AnswerRow, Question, QuestionScope } from "@/figures/question";
import type { Metric } from "@/metrics/define";
import cases from "@/metrics/definitions/cases";
import feePerCase from "@/metrics/definitions/fee_per_case";
import meanStayDays from "@/metrics/definitions/mean_stay_days";
import { inpatient } from "../inpatients";
import type { PlacedInstitution } from "./group";

/** With fewer cases one stay decides the mean: such an institution is nobody's peer. */
export const fewestCases = 30;

/** What institutions of one tier are compared by. */
export const peerMetrics: readonly Metric[] = [feePerCase, meanStayDays];

/** An institution beside its tier, inpatients only. */
export interface Peer {
  readonly code: string;
  readonly row: AnswerRow;
}

/** The institutions of a tier with enough cases, and the tier's own figures, from its sums. */
export interface TierPeers {
  readonly tier: Tier;
  readonly own: AnswerRow;
  readonly peers: readonly Peer[];
  /** Institutions with too few cases. */
  readonly left: number;
}

/** The tiers' own figures of inpatients. */
export function tierQuestion(scope: QuestionScope): Question {
  const metrics = [cases, ...peerMetrics].map(({ id }) => id);
  return { ...scope, where: { ...scope.where, ...inpatient }, by: ["tier"], metrics };
}

/** Institutions tier by tier; an unclassified institution has no peers. */
export function peersByTier(placed: readonly PlacedInstitution[], byTier: Answer): TierPeers[] {
  return byTier.rows.flatMap((own): TierPeers[] => {
    const tier = tiers.find((one) => one === own.key.tier);
    if (!tier || tier === "unclassified") return [];
    const members = placed.filter((one) => one.tier === tier && casesOf(one.inpatients).greaterThan(0));
    const enough = members.filter(({ inpatients }) => casesOf(inpatients).greaterThanOrEqualTo(fewestCases));
    const peers = enough.flatMap(({ code, inpatients }) => (inpatients ? [{ code, row: inpatients }] : []));
    return [{ tier, own, peers, left: members.length - peers.length }];
  });
}

const casesOf = (row: AnswerRow | null): Decimal => decimal(row?.values[cases.id]?.value ?? "0");

/** (own − tier) ÷ tier, a fraction. */
export function deviation({ row }: Peer, { own }: TierPeers, metric: Metric): Decimal | null {
  const [value, whole] = [row, own].map(({ values }) => values[metric.id]?.value);
  return value && whole ? growth(decimal(value), decimal(whole)) : null;
}

export interface Deviating {
  readonly peer: Peer;
  readonly deviation: Decimal;
}

/** The peers of a tier by how far they are from it, lowest first; whoever has no value is left out. */
export function deviating(tier: TierPeers, metric: Metric): Deviating[] {
  return tier.peers
    .flatMap((peer) => {
      const found = deviation(peer, tier, metric);
      return found ? [{ peer, deviation: found }] : [];
    })
    .sort((a, b) => a.deviation.comparedTo(b.deviation) || (a.peer.code < b.peer.code ? -1 : 1));
}
