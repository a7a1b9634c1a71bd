import type { Metadata } from "next";
import { FigureValue } from "@/components/FigureValue";
import { TableScroll } from "@/components/TableScroll";
import { answer } from "@/figures/answer";
import type { Figure } from "@/figures/question";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import type { Metric } from "@/metrics/define";
import { ScopedHeader } from "../header";
import { NothingShown } from "../NothingShown";
import { readPreferences } from "../preferences";
import type { SearchParams } from "../scope";
import { readShown } from "../shown";
import { Writer } from "../writing";
import { labelOf } from "./formula";
import { allMetrics, groupOf, groups, searchMetrics } from "./groups";
import "./metrics.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: messagesIn((await readPreferences()).language).metricPages.title };
}

/** 口径: every metric with its definition and its value in the scope of the address. */
export default async function MetricsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [params, { language }] = await Promise.all([searchParams, readPreferences()]);
  const shown = await readShown(params);
  if (shown.state !== "shown") return <NothingShown nothing={shown} language={language} />;
  const writer = new Writer(shown.scope, language);
  const { metricPages: words } = writer.words;
  const text = typeof params.q === "string" ? params.q.slice(0, 80) : "";
  const found = searchMetrics(text);
  const { total } = await answer(shown.installation, {
    ...shown.scope,
    by: [],
    metrics: found.map(({ id }) => id),
    compare: null,
  });
  return (
    <>
      <ScopedHeader shown={shown} language={language} title={words.title} path="/metrics" />
      <p className="text-quiet">{words.intro}</p>
      <search>
        <form method="get" className="search">
          {Object.entries(params).map(([name, value]) =>
            name === "q" || typeof value !== "string" ? null : (
              <input key={name} type="hidden" name={name} value={value} />
            ),
          )}
          <input
            type="search"
            name="q"
            defaultValue={text}
            aria-label={words.searchHint}
            placeholder={words.searchHint}
            className="search-field"
          />
          <button type="submit" className="button">
            {words.search}
          </button>
          <span className="note" role="status">
            {found.length > 0 ? fill(words.found, { count: found.length }) : fill(words.noneFound, { text })}
          </span>
          {found.length < allMetrics.length && (
            <a className="link" href={writer.href("").replace("/metrics/?", "/metrics?")}>
              {words.showAll}
            </a>
          )}
        </form>
      </search>
      {groups.map((group) => {
        const members = found.filter((metric) => groupOf(metric) === group);
        if (members.length === 0) return null;
        return (
          <section key={group} className="section long" aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`} className="heading">
              {words.groups[group]}
            </h2>
            <MetricTable label={words.groups[group]} metrics={members} values={total.values} writer={writer} />
          </section>
        );
      })}
    </>
  );
}

function MetricTable(props: {
  label: string;
  metrics: readonly Metric[];
  values: Record<string, Figure>;
  writer: Writer;
}) {
  const { label, metrics, values, writer } = props;
  const { metricPages: words, unitNames } = writer.words;
  return (
    <TableScroll label={label}>
      <table className="table metric-list">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.meaning}</th>
            <th scope="col">{words.unit}</th>
            <th scope="col" className="number">
              {words.value}
            </th>
          </tr>
        </thead>
        <tbody>
          {metrics.map((metric) => (
            <tr key={metric.id}>
              <th scope="row" className="wrap">
                <a href={writer.href(metric.id)} className="link">
                  {labelOf(metric, writer)}
                </a>
                <code className="note">{metric.id}</code>
              </th>
              <td className="wrap">{writer.language === "en" ? metric.meaning.en : metric.meaning.zh}</td>
              <td className="wrap">{unitNames[metric.unit] ?? metric.unit}</td>
              <td className="number">
                <FigureValue figure={writer.figure(values, metric, { form: "table" })} />
                {values[metric.id]?.value == null && (
                  <span className="note block">{writer.figure(values, metric).exact}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
