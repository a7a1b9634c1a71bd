import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FigureValue } from "@/components/FigureValue";
import { SentenceText } from "@/components/SentenceText";
import { type Dimension, isDimension } from "@/domain/dimensions";
import { messagesIn } from "@/messages/index";
import { variesWith } from "@/metrics/reach";
import { ScopedHeader } from "../../header";
import { NothingShown } from "../../NothingShown";
import { readPreferences } from "../../preferences";
import { type SearchParams, scopedHref } from "../../scope";
import { readShown } from "../../shown";
import { Writer } from "../../writing";
import { explanationOf, readExplained } from "../explained";
import { formulaSentence, labelOf } from "../formula";
import { metricById } from "../groups";
import { MembersTable } from "./MembersTable";
import "../metrics.css";

interface Props {
  params: Promise<{ metric: string }>;
  searchParams: Promise<SearchParams>;
}

/** What a metric can be cut by on its page; institutions are too many for a definition. */
const cuts: readonly Dimension[] = ["month", "tier", "visit_class", "hardship_status"];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ metric: id }, { language }] = await Promise.all([params, readPreferences()]);
  const metric = metricById(id);
  const title = language === "en" ? metric?.label.en : metric?.label.zh;
  return { title: title ?? messagesIn(language).faults.notFoundTitle };
}

/** One metric: definition, formula with links to its parts, source, query, value in the scope, and its parts. */
export default async function MetricPage({ params, searchParams }: Props) {
  const [{ metric: id }, query, { language }] = await Promise.all([params, searchParams, readPreferences()]);
  const metric = metricById(id);
  if (!metric) notFound();
  const shown = await readShown(query);
  if (shown.state !== "shown") return <NothingShown nothing={shown} language={language} />;
  const writer = new Writer(shown.scope, language);
  const { metricPages: words, explanation: labels, unitNames } = writer.words;
  const explained = await readExplained(shown, writer, metric, query);
  const told = explanationOf(explained, shown, writer);
  const formula = formulaSentence(metric, writer);
  const by = typeof query.by === "string" && isDimension(query.by) && cuts.includes(query.by) ? query.by : null;
  const path = `/metrics/${metric.id}`;
  const possible = cuts.filter((dimension) => variesWith(metric, [dimension]));
  return (
    <>
      <ScopedHeader shown={shown} language={language} title={labelOf(metric, writer)} path={path} />
      <p className="metric-value">
        <FigureValue figure={{ text: told.value, exact: told.exact, href: writer.href(metric.id) }} />
        <span className="note">
          {told.title === labelOf(metric, writer) ? told.scope : `${told.title} · ${told.scope}`}
        </span>
      </p>
      {told.reading && <p>{told.reading}</p>}
      <dl className="definitions metric-definitions">
        <dt>{labels.exact}</dt>
        <dd>{told.exact}</dd>
        <dt>{labels.definition}</dt>
        <dd>{told.definition}</dd>
        <dt>{labels.formula}</dt>
        <dd>{formula ? <SentenceText sentence={formula} links /> : words.measured}</dd>
        {told.numerator && (
          <>
            <dt>{labels.numerator}</dt>
            <dd>
              {told.numerator.label} <FigureValue figure={{ ...told.numerator, text: told.numerator.value }} />
            </dd>
          </>
        )}
        {told.denominator && (
          <>
            <dt>{told.denominator.whole ? labels.wholeDenominator : labels.denominator}</dt>
            <dd>
              {told.denominator.label} <FigureValue figure={{ ...told.denominator, text: told.denominator.value }} />
            </dd>
          </>
        )}
        {told.comparison && (
          <>
            <dt>{labels.comparison}</dt>
            <dd>
              {told.comparison.period} {told.comparison.value}；{labels.change} {told.comparison.change}；
              {labels.growth} {told.comparison.growth}
            </dd>
          </>
        )}
        <dt>{words.unit}</dt>
        <dd>{unitNames[metric.unit] ?? metric.unit}</dd>
        <dt>{words.better}</dt>
        <dd>{words.betterNames[metric.better]}</dd>
        <dt>{words.id}</dt>
        <dd>
          <code>{metric.id}</code>
        </dd>
        <dt>{labels.source}</dt>
        <dd>{told.source}</dd>
        <dt>{words.reviewed}</dt>
        <dd>{metric.reviewed}</dd>
        <dt>{labels.version}</dt>
        <dd>{told.dataVersion}</dd>
      </dl>
      {possible.length > 0 && (
        <section className="section">
          <h2 className="heading">{words.by}</h2>
          <p className="cuts">
            {possible.map((dimension) => (
              <a
                key={dimension}
                className="link"
                aria-current={dimension === by ? "true" : undefined}
                href={scopedHref(path, shown.scope, { by: dimension })}
              >
                {writer.words.dimensions[dimension]}
              </a>
            ))}
          </p>
          {by && possible.includes(by) && <MembersTable shown={shown} writer={writer} metric={metric} by={by} />}
        </section>
      )}
      <section className="section">
        <h2 className="heading">{labels.query}</h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
        <pre className="query" tabIndex={0}>
          {told.sql}
        </pre>
      </section>
    </>
  );
}
