import type { Metadata } from "next";
import { messagesIn } from "@/messages/index";
import { askTables } from "@/reports/askTable";
import { hardship } from "@/reports/tables/hardship";
import { hardshipGrowth } from "@/reports/tables/hardshipGrowth";
import { AnalysisPage } from "../AnalysisPage";
import { NothingShown } from "../NothingShown";
import { readPreferences } from "../preferences";
import { routes } from "../routes";
import type { SearchParams } from "../scope";
import { readShown } from "../shown";
import { TableSection } from "../tables/TableSection";
import { Writer } from "../writing";
import { GuaranteeChart } from "./GuaranteeChart";
import { hardshipOf, isNamed, pageQuestions } from "./hardship";
import { PaidChart } from "./PaidChart";
import { readPolicyLine } from "./policyLine";
import { hardshipSentences } from "./sentences";
import "./hardship.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).shell.hardship };
}

/** 困难群众: their share of cases and fund, how it moved, and who pays their fee. */
export default async function HardshipPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [params, { language }] = await Promise.all([searchParams, readPreferences()]);
  const shown = await readShown(params);
  if (shown.state !== "shown") return <NothingShown nothing={shown} language={language} />;
  const { installation, scope } = shown;
  const writer = new Writer(scope, language);
  const context = { scope, by: null, words: writer.words, language, institutions: new Map(), events: shown.events };
  const [line, [[guarantee, growth], answers]] = await Promise.all([
    readPolicyLine(shown),
    askTables(installation, [hardship, hardshipGrowth], context, pageQuestions(scope)),
  ]);
  const found = hardshipOf(answers, line);
  const table = { writer, path: routes.hardship, params };
  return (
    <AnalysisPage
      shown={shown}
      writer={writer}
      name={writer.words.shell.hardship}
      path={routes.hardship}
      sentences={hardshipSentences(found, shown, writer)}
    >
      {found.statuses.some(isNamed) && (
        <div className="hardship-charts">
          <GuaranteeChart found={found} shown={shown} writer={writer} />
          <PaidChart found={found} writer={writer} />
        </div>
      )}
      <TableSection table={guarantee!} {...table} />
      {scope.compare && <TableSection table={growth!} {...table} />}
    </AnalysisPage>
  );
}
