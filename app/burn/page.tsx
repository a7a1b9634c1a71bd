import type { Metadata } from "next";
import { ChoiceLinks } from "@/components/ChoiceLinks";
import { listInstitutions } from "@/db/queries/listInstitutions";
import type { Dimension } from "@/domain/dimensions";
import { messagesIn } from "@/messages/index";
import { askTables } from "@/reports/askTable";
import { expenditure } from "@/reports/tables/expenditure";
import { funding } from "@/reports/tables/funding";
import { monthly } from "@/reports/tables/monthly";
import { AnalysisPage } from "../AnalysisPage";
import { NothingShown } from "../NothingShown";
import { readPreferences } from "../preferences";
import { routes } from "../routes";
import { type SearchParams, scopedHref } from "../scope";
import { readShown } from "../shown";
import { TableSection } from "../tables/TableSection";
import { Writer } from "../writing";
import { burnOf, burnQuestions } from "./burn";
import { FundingChart } from "./FundingChart";
import { MonthsChart } from "./MonthsChart";
import { PartsChart } from "./PartsChart";
import { burnSentences } from "./sentences";
import "./burn.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).shell.burn };
}

/** 基金运行: how much of the fund is spent, on what, how fast, and what money is in place. */
export default async function BurnPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [params, { language }] = await Promise.all([searchParams, readPreferences()]);
  const shown = await readShown(params);
  if (shown.state !== "shown") return <NothingShown nothing={shown} language={language} />;
  const { installation, scope, files, events } = shown;
  const writer = new Writer(scope, language);
  const { words } = writer;
  const by = cutIn(params);
  const institutions = await listInstitutions(installation.database, files);
  const [[spending, months, income], answers] = await askTables(
    installation,
    [expenditure, monthly, funding],
    { scope, by, words, language, institutions, events },
    burnQuestions(scope, by),
  );
  const burn = burnOf(answers, scope, by);
  const table = { writer, path: routes.burn, params };
  return (
    <AnalysisPage
      shown={shown}
      writer={writer}
      name={words.shell.burn}
      path={routes.burn}
      kept={{ by }}
      sentences={burnSentences(burn, writer)}
    >
      <div className="burn-charts">
        <MonthsChart burn={burn} writer={writer} />
        <PartsChart burn={burn} events={events} writer={writer} />
      </div>
      <TableSection table={spending!} {...table}>
        <ChoiceLinks
          label={words.burn.cutBy}
          choices={expenditure.cuts.map((cut) => ({
            label: words.dimensions[cut],
            href: scopedHref(routes.burn, scope, { by: cut }),
            chosen: cut === by,
          }))}
        />
      </TableSection>
      <TableSection table={months!} {...table} />
      <TableSection table={income!} {...table}>
        <FundingChart burn={burn} writer={writer} />
      </TableSection>
    </AnalysisPage>
  );
}

/** `by=tier`: the parts that charts and table show; visit classes unless the address names another cut of the table. */
function cutIn({ by }: SearchParams): Dimension {
  return expenditure.cuts.find((cut) => cut === by) ?? expenditure.cuts[0]!;
}
