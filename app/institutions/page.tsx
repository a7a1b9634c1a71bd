import type { Metadata } from "next";
import { ChoiceLinks } from "@/components/ChoiceLinks";
import { SentenceText } from "@/components/SentenceText";
import { type Tier, tiers } from "@/domain/dimensions";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import { buildTable } from "@/reports/askTable";
import { fewestCases, peerMetrics } from "@/reports/institutions/peers";
import { choicesIn } from "@/reports/tables/choices";
import { institutions as definition } from "@/reports/tables/institutions";
import { AnalysisPage } from "../AnalysisPage";
import { NothingShown } from "../NothingShown";
import { readPreferences } from "../preferences";
import { routes } from "../routes";
import { type SearchParams, scopedHref } from "../scope";
import { readShown } from "../shown";
import { TableSection } from "../tables/TableSection";
import { Writer } from "../writing";
import { askInstitutions, type Institutions } from "./askInstitutions";
import { PeersChart } from "./PeersChart";
import { PeersTable } from "./PeersTable";
import { institutionSentences, tierSentence } from "./sentences";
import "./institutions.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).shell.institutions };
}

/** 机构: who was paid, how they compare within their tier, and the way to each one's own page. */
export default async function InstitutionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [params, { language }] = await Promise.all([searchParams, readPreferences()]);
  const shown = await readShown(params);
  if (shown.state !== "shown") return <NothingShown nothing={shown} language={language} />;
  const writer = new Writer(shown.scope, language);
  const asked = await askInstitutions(shown);
  const choices = choicesIn(params, definition);
  const table = buildTable(definition, asked.answers, {
    scope: shown.scope,
    by: null,
    choices,
    words: writer.words,
    language,
    institutions: asked.list,
    events: shown.events,
  });
  const path = routes.institutions;
  return (
    <AnalysisPage
      shown={shown}
      writer={writer}
      name={writer.words.shell.institutions}
      path={path}
      sentences={institutionSentences(asked, writer)}
    >
      <Peers asked={asked} writer={writer} />
      <TableSection table={table} writer={writer} path={path} params={params}>
        <Choices choices={choices} params={params} writer={writer} />
      </TableSection>
    </AnalysisPage>
  );
}

function Peers({ asked, writer }: { asked: Institutions; writer: Writer }) {
  const { institutionPages: words } = writer.words;
  if (asked.tiers.every(({ peers }) => peers.length === 0)) return null;
  const left = asked.tiers.reduce((all, tier) => all + tier.left, 0);
  const sentences = asked.tiers.flatMap((tier) => {
    const sentence = tierSentence(tier, asked.list, writer);
    return sentence ? [{ tier: tier.tier, sentence }] : [];
  });
  return (
    <section aria-labelledby="peers-title">
      <h2 id="peers-title" className="heading">
        {words.peersTitle}
      </h2>
      <div className="peers-charts">
        {peerMetrics.map((metric) => (
          <PeersChart key={metric.id} asked={asked} metric={metric} writer={writer} />
        ))}
      </div>
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
      <PeersTable asked={asked} writer={writer} />
    </section>
  );
}

function Choices(props: { choices: Record<string, string>; params: SearchParams; writer: Writer }) {
  const { choices, params, writer } = props;
  const { institutionPages: words, tiers: names } = writer.words;
  const { scope } = writer;
  const sort: Record<string, string> = typeof params.sort === "string" ? { sort: params.sort } : {};
  const href = (changed: Record<string, string>, where = scope.where) =>
    `${scopedHref(routes.institutions, { ...scope, where }, { ...choices, ...sort, ...changed })}#${definition.id}`;
  const { tier: _, ...everyTier } = scope.where;
  const chosenTier = scope.where.tier?.join();
  const tierChoice = (tier: Tier) => ({
    label: names[tier],
    href: href({}, { ...scope.where, tier: [tier] }),
    chosen: chosenTier === tier,
  });
  const offered = definition.choices!;
  return (
    <div className="choices">
      <ChoiceLinks
        label={words.list}
        choices={offered.list!.map((list, index) => ({
          label: words.lists[list as keyof typeof words.lists],
          href: href({ list }),
          chosen: choices.list ? choices.list === list : index === 0,
        }))}
      />
      <ChoiceLinks
        label={words.tier}
        choices={[
          { label: words.allTiers, href: href({}, everyTier), chosen: chosenTier === undefined },
          ...tiers.filter((tier) => tier !== "unclassified").map(tierChoice),
        ]}
      />
      <ChoiceLinks
        label={words.ownership}
        choices={offered.ownership!.map((ownership, index) => ({
          label: words.ownershipChoices[ownership as keyof typeof words.ownershipChoices],
          href: href({ ownership }),
          chosen: choices.ownership ? choices.ownership === ownership : index === 0,
        }))}
      />
    </div>
  );
}
