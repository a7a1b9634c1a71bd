import type { Metadata } from "next";
import { ChoiceLinks } from "@/components/ChoiceLinks";
import { listScenarios } from "@/db/queries/listScenarios";
import { partCuts } from "@/figures/forecast/forecast";
import { namesPoint } from "@/figures/forecast/outcome";
import { messagesIn } from "@/messages/index";
import { buildTable, readProjected } from "@/reports/askTable";
import { viewOf } from "@/reports/projection/items";
import type { TableContext, TableDefinition } from "@/reports/tables/define";
import { projectionBridge } from "@/reports/tables/projectionBridge";
import { projectionMethods } from "@/reports/tables/projectionMethods";
import { projectionParts } from "@/reports/tables/projectionParts";
import { projectionPath } from "@/reports/tables/projectionPath";
import { projectionRecord } from "@/reports/tables/projectionRecord";
import { projectionScenarios } from "@/reports/tables/projectionScenarios";
import { AnalysisPage } from "../AnalysisPage";
import { NothingShown } from "../NothingShown";
import { readPreferences } from "../preferences";
import { routes } from "../routes";
import { type SearchParams, scopedHref, UnreadableScope } from "../scope";
import { readEnteredBy } from "../settings/enteredBy";
import { readShown, type Shown } from "../shown";
import { TableSection } from "../tables/TableSection";
import { Writer } from "../writing";
import { BridgeChart } from "./BridgeChart";
import { FanSection } from "./FanSection";
import { Flags } from "./Flags";
import { LeverResult } from "./LeverResult";
import { LeversForm } from "./LeversForm";
import { leversIn, monthsAhead, scenariosIn } from "./levers";
import { Refused } from "./Refused";
import { Scenarios } from "./Scenarios";
import { projectionSentences } from "./sentences";
import "./projection.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).shell.projection };
}

/** 全年预测: where the year will end, how sure that is, why, and what would change it. */
export default async function ProjectionPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [params, { language }] = await Promise.all([searchParams, readPreferences()]);
  const shown = await readShown(params);
  if (shown.state !== "shown") return <NothingShown nothing={shown} language={language} />;
  try {
    const asked = { by: partCuts.find((cut) => cut === params.by) ?? partCuts[0], scenarios: scenariosIn(params) };
    return await pageOf(shown, { ...asked, levers: leversIn(params, shown.scope), params, language });
  } catch (error) {
    if (!(error instanceof UnreadableScope)) throw error;
    return <NothingShown nothing={{ state: "unreadable", part: error.part }} language={language} />;
  }
}

type Asked = Required<Pick<TableContext, "by" | "levers" | "scenarios" | "language">> & {
  readonly params: SearchParams;
};

async function pageOf(shown: Shown, { params, language, ...asked }: Asked) {
  const { installation, scope, events } = shown;
  const writer = new Writer(scope, language);
  const { words } = writer;
  const [projection, scenarios, enteredBy] = await Promise.all([
    readProjected(installation, { scope, ...asked }),
    listScenarios(installation.database, scope.region, scope.scheme),
    readEnteredBy(),
  ]);
  const { forecast } = projection;
  const named = namesPoint(forecast) ? forecast : null;
  const view = named && viewOf(named);
  const changed = named && viewOf(named, asked.levers);
  const context = { scope, ...asked, words, language, institutions: new Map(), events, projection };
  const section = (definition: TableDefinition) => ({
    table: buildTable(definition, [], context),
    writer,
    path: routes.projection,
    params,
  });
  const saved = { shown, writer, scenarios, chosen: asked.scenarios, changed, enteredBy };
  const kept = { by: asked.by!, ...(asked.scenarios.length > 0 ? { scenarios: asked.scenarios.join(",") } : {}) };
  const ahead = monthsAhead(scope);
  return (
    <AnalysisPage
      shown={shown}
      writer={writer}
      name={words.shell.projection}
      path={routes.projection}
      kept={{ by: asked.by! }}
      sentences={view ? projectionSentences(view, writer) : []}
    >
      {view && changed ? (
        <>
          <Flags forecast={view.forecast} writer={writer} />
          <div className="projection-body">
            <div>
              <FanSection view={view} changed={changed.outcome.effects.length > 0 ? changed : null} writer={writer} />
              {ahead.length > 0 && <LeverResult view={view} changed={changed} writer={writer} />}
            </div>
            {ahead.length > 0 && <LeversForm changed={changed} monthsAhead={ahead} writer={writer} kept={kept} />}
          </div>
          <TableSection {...section(projectionMethods)} />
          <TableSection {...section(projectionParts)}>
            <ChoiceLinks
              label={words.burn.cutBy}
              choices={partCuts.map((cut) => ({
                label: words.dimensions[cut],
                href: scopedHref(routes.projection, scope, { ...kept, ...asked.levers, by: cut }),
                chosen: cut === asked.by,
              }))}
            />
          </TableSection>
          <TableSection {...section(projectionBridge)}>
            <BridgeChart view={view} writer={writer} />
          </TableSection>
          <TableSection {...section(projectionPath)} />
          {forecast.record.years.length > 0 && <TableSection {...section(projectionRecord)} />}
          {ahead.length > 0 && (
            <TableSection {...section(projectionScenarios)}>
              <Scenarios {...saved} />
            </TableSection>
          )}
        </>
      ) : (
        <Refused forecast={forecast} writer={writer} />
      )}
    </AnalysisPage>
  );
}
