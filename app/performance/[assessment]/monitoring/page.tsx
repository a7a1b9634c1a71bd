import type { Metadata } from "next";
import { monitor } from "@/assessments/index";
import { processInstallation } from "@/db/processInstallation";
import { parsePeriod } from "@/domain/period";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import { monthInWords, monthsInWords } from "@/messages/period";
import { readPreferences } from "../../../preferences";
import { type SearchParams, single } from "../../../scope";
import { readAssessmentShown } from "../../shown";
import { Exports } from "../Exports";
import { Frame } from "../Frame";
import { Double } from "./Double";
import { MonitoringForm } from "./MonitoringForm";
import { MonitoringTable } from "./MonitoringTable";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).performancePages.monitoring };
}

/** 绩效运行监控: how far each target is, what the year will come to, how likely it is, and the budget beside it. */
export default async function MonitoringPage(props: {
  params: Promise<{ assessment: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const [{ assessment: id }, params] = await Promise.all([props.params, props.searchParams]);
  const shown = await readAssessmentShown(id);
  const { view, words, language, locked } = shown;
  const { performancePages: texts } = words;
  const monitoring = await monitor(processInstallation(), view);
  const { through } = monitoring;
  const period = parsePeriod(view.data.period);
  const months = period && through ? monthsInWords(period, language) : "";
  const asked = single(params.indicator);
  const rows = view.sections.flatMap(({ indicators }) => indicators);
  const chosen = rows.find(({ indicator }) => indicator.code === asked);
  return (
    <Frame shown={shown} page="monitoring">
      <p className="note">
        {through ? fill(texts.monitoringBase, { through: monthInWords(through, language) }) : texts.noMonths}
      </p>
      <Double shown={shown} monitoring={monitoring} />
      <Exports shown={shown} />
      {chosen && !locked && <MonitoringForm shown={shown} row={chosen} monitoring={monitoring} />}
      <MonitoringTable shown={shown} monitoring={monitoring} months={months} />
    </Frame>
  );
}
