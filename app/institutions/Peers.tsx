import { SentenceText } from "@/components/SentenceText";
import { fill } from "@/messages/fill";
import { fewestCases, peerMetrics } from "@/reports/institutions/peers";
import type { Writer } from "../writing";
import type { Institutions } from "./askInstitutions";
import { PeersChart } from "./PeersChart";
import { PeersTable } from "./PeersTable";
import { tierSentence } from "./sentences";

interface PeersProps {
  readonly asked: Institutions;
  readonly writer: Writer;
  /** As a table instead of strips. */
  readonly inTable: boolean;
  /** The page with the peers shown in another way. */
  readonly href: (shownIn: Record<string, string>) => string;
}

/** Institutions against the own figures of their tier: strips or a table, and what stands out in sentences. */
export function Peers({ asked, writer, inTable, href }: PeersProps) {
  const { institutionPages: words } = writer.words;
  if (asked.tiers.every(({ peers }) => peers.length === 0)) return null;
  const left = asked.tiers.reduce((all, tier) => all + tier.left, 0);
  const sentences = asked.tiers.flatMap((tier) => {
    const sentence = tierSentence(tier, asked.list, writer);
    return sentence ? [{ tier: tier.tier, sentence }] : [];
  });
  return (
    <section aria-labelledby="peers">
      <div className="section-header">
        <h2 id="peers" className="heading">
          {words.peersTitle}
        </h2>
        <a className="link peers-more screen-only" href={`${href(inTable ? {} : { peers: "table" })}#peers`}>
          {inTable ? words.peersPicture : words.peersTable}
        </a>
      </div>
      {inTable ? (
        <PeersTable asked={asked} writer={writer} />
      ) : (
        <div className="peers-charts">
          {peerMetrics.map((metric) => (
            <PeersChart key={metric.id} asked={asked} metric={metric} writer={writer} />
          ))}
        </div>
      )}
      <ul className="peers-sentences">
        {sentences.map(({ tier, sentence }) => (
          <li key={tier}>
            <SentenceText sentence={sentence} />
          </li>
        ))}
      </ul>
      <p className="note">
        {words.peersBasis}
        {left > 0 && fill(words.peersLeft, { fewest: fewestCases, left })}
      </p>
    </section>
  );
}
