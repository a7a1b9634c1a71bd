import type { ReactNode } from "react";
import { PageHeader } from "@/components/PageHeader";
import { PrintButton } from "@/components/PrintButton";
import { Typed } from "@/components/Typed";
import { parsePeriod } from "@/domain/period";
import { fill } from "@/messages/fill";
import { periodInWords } from "@/messages/period";
import { moment } from "../../data/moment";
import { routes } from "../../routes";
import { assessmentPath, monitoringPath } from "../places";
import type { AssessmentShown } from "../shown";
import "../../settings/settings.css";
import "../performance.css";

/** The frame of every page of one assessment: whose, by which rubric, on what data, and the way to its other pages. */
export function Frame(props: {
  shown: AssessmentShown;
  page: "form" | "monitoring" | null;
  /** The page shows a form that says all of this itself: on paper it stands alone. */
  formAlone?: boolean;
  title?: string;
  children: ReactNode;
}) {
  const { shown, page, formAlone = false, title, children } = props;
  const { view, words } = shown;
  const { performancePages: texts, shell, indicators } = words;
  const { assessment, rubric, region } = view;
  const { id, year, head } = assessment;
  return (
    <>
      <div className={formAlone ? "screen-only" : undefined}>
        <PageHeader
          title={
            <>
              <Typed text={[title ?? (head.project || rubric.title), region.name].join(" · ")} /> ·{" "}
              {fill(texts.year, { year })}
            </>
          }
          basis={
            <>
              <span className="badge">{words.assessmentStates[assessment.state]}</span>
              <Basis shown={shown} />
              {region.demo && <span className="badge">{shell.demo}</span>}
            </>
          }
        >
          <PrintButton label={shell.print} />
        </PageHeader>
        <nav className="section-links screen-only" aria-label={texts.title}>
          <a className="link" href={routes.performance}>
            {texts.title}
          </a>
          <a className="link" href={assessmentPath(id)} aria-current={page === "form" ? "page" : undefined}>
            {words.rubricForms[rubric.form]}
          </a>
          <a className="link" href={monitoringPath(id)} aria-current={page === "monitoring" ? "page" : undefined}>
            {texts.monitoring}
          </a>
        </nav>
        <p className="note assessment-basis">
          <span>
            {texts.rubric} <Typed text={rubric.title} /> {fill(texts.version, { version: rubric.version })}
          </span>
          <span>
            <Typed text={rubric.source.document} />{" "}
            {!rubric.source.confirmed && <span className="badge">{texts.unconfirmed}</span>}
          </span>
          <span>{rubric.marks === undefined ? indicators.provisionalValues : indicators.provisional}</span>
        </p>
      </div>
      {children}
    </>
  );
}

/** What the figures were read from, or who submitted it when. */
function Basis({ shown: { view, words, language } }: { shown: AssessmentShown }) {
  const { performancePages: texts } = words;
  const { data, submitted, assessment } = view;
  const period = parsePeriod(data.period);
  return (
    <>
      <span>
        {period && data.version !== null && data.through !== null
          ? fill(texts.dataBasis, { version: data.version, period: periodInWords(period, language) })
          : fill(texts.noData, { year: assessment.year })}
      </span>
      {submitted && (
        <span>
          <Typed text={submitted.by} /> {fill(texts.submittedBy, { at: moment(submitted.at) })}
        </span>
      )}
    </>
  );
}
