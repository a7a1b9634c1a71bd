import type { Metadata } from "next";
import { ChoiceLinks } from "@/components/ChoiceLinks";
import { listInstitutions } from "@/db/queries/listInstitutions";
import { messagesIn } from "@/messages/index";
import { moneyUnit } from "@/messages/numbers";
import { askTables } from "@/reports/askTable";
import { cases } from "@/reports/tables/cases";
import { causes } from "@/reports/tables/causes";
import { choicesIn } from "@/reports/tables/choices";
import { influence } from "@/reports/tables/influence";
import { perCase } from "@/reports/tables/perCase";
import { persons } from "@/reports/tables/persons";
import { tierCauses } from "@/reports/tables/tierCauses";
import { cellChoiceOf, cellChoices } from "@/reports/why";
import { AnalysisPage } from "../AnalysisPage";
import { NothingShown } from "../NothingShown";
import { readPreferences } from "../preferences";
import { routes } from "../routes";
import { type SearchParams, scopedHref } from "../scope";
import { readShown } from "../shown";
import { TableSection } from "../tables/TableSection";
import { Writer } from "../writing";
import { volumeSentences } from "./sentences";
import { TierCharts } from "./TierCharts";
import { volumeOf, volumeQuestions } from "./volume";
import { WhyChart } from "./WhyChart";
import "./volume.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).shell.volume };
}

/** 人次与次均: how many cases and people, at what cost, why payments changed, and which institution moves a mean. */
export default async function VolumePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [params, { language }] = await Promise.all([searchParams, readPreferences()]);
  const shown = await readShown(params);
  if (shown.state !== "shown") return <NothingShown nothing={shown} language={language} />;
  const { installation, scope, files, events } = shown;
  const writer = new Writer(scope, language);
  const { words } = writer;
  const choices = choicesIn(params, causes);
  const cells = cellChoiceOf(choices.cells);
  const institutions = await listInstitutions(installation.database, files);
  const [[whyTable, tierTable, casesTable, personsTable, feeTable, influenceTable], answers] = await askTables(
    installation,
    [causes, tierCauses, cases, persons, perCase, influence],
    { scope, by: null, choices, words, language, institutions, events },
    volumeQuestions(scope, cells),
  );
  const volume = volumeOf(answers, moneyUnit(language));
  const { outlier, why } = volume;
  const institutionName = (outlier && institutions.get(outlier.key)?.name) ?? null;
  const sentences = volumeSentences({ volume, writer, cells, events, institutionName });
  const table = { writer, path: routes.volume, params };
  return (
    <AnalysisPage
      shown={shown}
      writer={writer}
      name={words.shell.volume}
      path={routes.volume}
      kept={choices}
      sentences={sentences}
    >
      {scope.where.visit_class && <p className="note">{words.volume.anyClass}</p>}
      {why ? (
        <>
          <div className="why">
            <WhyChart why={why} cells={cells} writer={writer} />
            <TableSection table={whyTable!} {...table}>
              <ChoiceLinks
                label={words.volume.cellsLabel}
                choices={cellChoices.map((choice) => ({
                  label: words.causes.cellsShort[choice],
                  href: scopedHref(routes.volume, scope, { cells: choice }),
                  chosen: choice === cells,
                }))}
              />
            </TableSection>
          </div>
          <TableSection table={tierTable!} {...table} />
        </>
      ) : (
        <p className="note">{words.volume.nothingCompared}</p>
      )}
      <TableSection table={casesTable!} {...table} />
      <TableSection table={personsTable!} {...table} />
      <TableSection table={feeTable!} {...table}>
        <TierCharts tiers={volume.tiers} writer={writer} />
      </TableSection>
      {why && <TableSection table={influenceTable!} {...table} />}
    </AnalysisPage>
  );
}
