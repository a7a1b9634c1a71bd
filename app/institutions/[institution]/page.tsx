import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { listInstitutions } from "@/db/queries/listInstitutions";
import type { Institution } from "@/domain/institution";
import { ownershipOf } from "@/domain/institution";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import { levelName } from "@/reports/tables/institutions";
import { AnalysisPage } from "../../AnalysisPage";
import { NothingShown } from "../../NothingShown";
import { readPreferences } from "../../preferences";
import { routes } from "../../routes";
import { type SearchParams, scopedHref } from "../../scope";
import { readShown } from "../../shown";
import { Writer } from "../../writing";
import { askInstitution, mixes } from "./askInstitution";
import { MixTable } from "./MixTable";
import { oneInstitutionSentences, tierName } from "./sentences";
import { TierTable } from "./TierTable";
import { TrendCharts } from "./TrendCharts";
import "../institutions.css";

interface Props {
  readonly params: Promise<{ institution: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).shell.institutions };
}

/** One institution: what it is, what it was paid month by month, for what, and how it compares with its tier. */
export default async function InstitutionPage({ params, searchParams }: Props) {
  const [{ institution }, query, { language }] = await Promise.all([params, searchParams, readPreferences()]);
  const code = decodeURIComponent(institution);
  const read = await readShown(query);
  if (read.state !== "shown") return <NothingShown nothing={read} language={language} />;
  const known = (await listInstitutions(read.installation.database, read.files)).get(code);
  if (!known) notFound();
  // The institution has its tier: another one in the address, left by a filtered list, is passed over.
  const { tier: _, ...where } = read.scope.where;
  const shown = { ...read, scope: { ...read.scope, where } };
  const around = new Writer(shown.scope, language);
  const own = new Writer({ ...shown.scope, where: { ...where, institution: [code] } }, language);
  const by = mixes.find((mix) => mix === query.by) ?? mixes[0];
  const asked = await askInstitution(shown.installation, own.scope, by);
  const { institutionPages: words } = own.words;
  const path = `${routes.institutions}/${encodeURIComponent(code)}`;
  const writers = { own, around };
  return (
    <AnalysisPage
      shown={shown}
      writer={around}
      name={known.name}
      path={path}
      kept={{ by }}
      sentences={asked.tier === null ? [] : oneInstitutionSentences(asked, writers)}
    >
      <p className="institution-facts">
        <a className="link screen-only" href={scopedHref(routes.institutions, shown.scope)}>
          {words.back}
        </a>
        {factsOf(known, asked.tier, own).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {asked.tier === null ? (
        <p>{words.noFigures}</p>
      ) : (
        <>
          <TrendCharts asked={asked} writer={own} />
          <TierTable asked={asked} writers={writers} />
          <MixTable asked={asked} by={by} writer={own} around={around} events={shown.events} path={path} code={code} />
        </>
      )}
    </AnalysisPage>
  );
}

/** 二级甲等 · 县级 · 公立 · 所在地区361031 · 编号H36103100001 */
function factsOf(institution: Institution, tier: string | null, writer: Writer): string[] {
  const { institutionPages: words, ownerships } = writer.words;
  const { code, hospitalLevel, ownership, region, villageClinic } = institution;
  const owned = ownershipOf(ownership);
  return [
    levelName(hospitalLevel, writer),
    tier && tierName(tier, writer),
    owned ? ownerships[owned] : ownership,
    villageClinic ? words.villageClinic : null,
    region && fill(words.region, { region }),
    fill(words.code, { code }),
  ].flatMap((fact) => fact || []);
}
