import type { Metadata } from "next";
import { messagesIn } from "@/messages/index";
import { buildTable } from "@/reports/askTable";
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
import { askInstitutions } from "./askInstitutions";
import { Choices } from "./Choices";
import { Peers } from "./Peers";
import { institutionSentences } from "./sentences";
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
  const tableHref = (shownIn: Record<string, string>) => scopedHref(path, shown.scope, { ...choices, ...shownIn });
  return (
    <AnalysisPage
      shown={shown}
      writer={writer}
      name={writer.words.shell.institutions}
      path={path}
      kept={choices}
      sentences={institutionSentences(asked, writer)}
    >
      <Peers asked={asked} writer={writer} inTable={params.peers === "table"} href={tableHref} />
      <TableSection table={table} writer={writer} path={path} params={params}>
        <Choices choices={choices} params={params} writer={writer} />
      </TableSection>
    </AnalysisPage>
  );
}
