import type { Metadata } from "next";
import { adviseTarget } from "@/assessments/index";
import { Typed } from "@/components/Typed";
import { processInstallation } from "@/db/processInstallation";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import { metricById } from "../../../../metrics/groups";
import { readPreferences } from "../../../../preferences";
import { assessmentPath } from "../../../places";
import { type AssessmentShown, indicatorIn, readAssessmentShown } from "../../../shown";
import { Flags } from "../../../Values";
import { Frame } from "../../Frame";
import { History } from "../../History";
import { ActualSection } from "./ActualSection";
import { EvidenceSection } from "./EvidenceSection";
import { ReasonSection } from "./ReasonSection";
import { ScoresSection } from "./ScoresSection";
import { TargetSection } from "./TargetSection";
import { TraceSection } from "./TraceSection";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).performancePages.columns.indicator };
}

/** One indicator: its target, its actual with the query behind it, how its points came about, reason and evidence. */
export default async function IndicatorPage(props: { params: Promise<{ assessment: string; indicator: string }> }) {
  const { assessment: id, indicator: code } = await props.params;
  const shown = await readAssessmentShown(id);
  const row = indicatorIn(shown, code);
  const { assessment, rubric } = shown.view;
  const advice = await adviseTarget(processInstallation(), {
    region: assessment.region,
    scheme: assessment.scheme,
    year: assessment.year,
    rubric,
    code,
    target: row.indicator.unit === "text" ? null : row.target,
  });
  const section = { shown, row };
  return (
    <Frame shown={shown} page={null} title={row.indicator.name}>
      <p className="indicator-place">
        <a className="link screen-only" href={assessmentPath(id)}>
          {shown.words.performancePages.back}
        </a>
        <Place {...section} />
      </p>
      <p className="indicator-flags">
        <Flags row={row} words={shown.words} />
      </p>
      <div className="indicator-body">
        <div>
          <TargetSection {...section} advice={advice} />
          <ActualSection {...section} />
        </div>
        <div>
          <TraceSection {...section} />
          <ScoresSection {...section} />
        </div>
      </div>
      <ReasonSection {...section} />
      <EvidenceSection {...section} />
      <History shown={shown} code={code} />
    </Frame>
  );
}

/** Where the indicator stands in the rubric, who answers for it, where its value comes from. */
function Place({ shown, row }: { shown: AssessmentShown; row: ReturnType<typeof indicatorIn> }) {
  const { view, words, language } = shown;
  const { performancePages: texts } = words;
  const { indicator } = row;
  const { source } = indicator;
  const section = view.sections.find(({ indicators }) => indicators.includes(row));
  const metric = "metric" in source ? metricById(source.metric) : null;
  const label = metric && (language === "en" ? metric.label.en : metric.label.zh);
  return (
    <>
      <Typed text={[section?.name, indicator.group].filter(Boolean).join(" · ")} />
      {indicator.responsible && (
        <span>
          {texts.responsible} <Typed text={indicator.responsible} />
        </span>
      )}
      <span>
        {"entered" in source ? (
          <>
            {texts.source} <Typed text={source.entered} />
          </>
        ) : (
          fill(texts.sourceMetric, { metric: label ?? source.metric })
        )}
      </span>
    </>
  );
}
