import { PeerStrip } from "@/components/charts/PeerStrip";
import { type Sentence, SentenceText, sentenceInPlainText } from "@/components/SentenceText";
import { type Tier, tiers } from "@/domain/dimensions";
import { fill } from "@/messages/fill";
import type { Metric } from "@/metrics/define";
import feePerCase from "@/metrics/definitions/fee_per_case";
import { inpatient } from "@/reports/inpatients";
import { type Deviating, deviating } from "@/reports/institutions/peers";
import type { Place } from "@/reports/tables/define";
import type { Writer } from "../writing";
import type { Institutions } from "./askInstitutions";
import { nameOf } from "./sentences";

interface PeersChartProps {
  readonly asked: Institutions;
  readonly metric: Metric;
  readonly writer: Writer;
}

/** Every institution's figure against its tier's own, tier by tier. */
export function PeersChart({ asked, metric, writer }: PeersChartProps) {
  const { institutionPages: words, tiers: names } = writer.words;
  const title = titleOf(asked, metric, writer);
  const id = `peers-${metric.id}`;
  const groups = asked.tiers.filter(({ peers }) => peers.length > 0);
  if (groups.length === 0) return null;
  return (
    <section className="chart keep-together" aria-labelledby={id}>
      <h3 id={id} className="heading">
        <SentenceText sentence={title} />
        <span className="note">{words.peersUnit}</span>
      </h3>
      <PeerStrip
        summary={fill(words.peersSummary, { title: sentenceInPlainText(title) })}
        groups={groups.map((tier) => ({
          id: tier.tier,
          label: fill(words.peersCount, { tier: names[tier.tier], count: tier.peers.length }),
          own: writer.figure(tier.own.values, metric, { where: whereOf(tier.tier) }),
          step: stepOf(tier.tier),
          dots: deviating(tier, metric).map((found) => {
            const { value, written } = writtenOf(found, tier.tier, metric, writer);
            return {
              id: found.peer.code,
              name: nameOf(found.peer.code, asked.list, writer),
              deviation: found.deviation.toString(),
              value: value.text,
              written,
            };
          }),
        }))}
      />
    </section>
  );
}

/** Tiers are the steps of one hue in their fixed order. */
const stepOf = (tier: Tier) => Math.min(4, tiers.indexOf(tier) + 1) as 1 | 2 | 3 | 4;
export const whereOf = (tier: Tier): Place["where"] => ({ ...inpatient, tier: [tier] });

/** An institution's value, and how far it is from its tier's. */
export function writtenOf({ peer, deviation }: Deviating, tier: Tier, metric: Metric, writer: Writer) {
  const place = { where: { ...whereOf(tier), institution: [peer.code] }, form: "table" } as const;
  return {
    value: writer.figure(peer.row.values, metric, place),
    written: writer.value(deviation, metric, { ...place, reading: "against_tier", unit: "percent", signed: true }),
  };
}

/** The institution that is farthest from its tier: the one message of the picture. */
function titleOf({ tiers: groups, list }: Institutions, metric: Metric, writer: Writer): Sentence {
  const { institutionPages: words } = writer.words;
  const all = groups.flatMap((tier) => deviating(tier, metric).map((found) => ({ ...found, tier: tier.tier })));
  const [first] = all.sort((a, b) => b.deviation.abs().comparedTo(a.deviation.abs()));
  const isFee = metric.id === feePerCase.id;
  if (!first) return [{ template: isFee ? words.peersFee : words.peersStay, values: {} }];
  const { written } = writtenOf(first, first.tier, metric, writer);
  const values = { institution: nameOf(first.peer.code, list, writer), deviation: written };
  return [{ template: isFee ? words.peersTitleFee : words.peersTitleStay, values }];
}
