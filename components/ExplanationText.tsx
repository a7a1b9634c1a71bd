import type { Explanation, Part } from "./explanation";

export type ExplanationWords = Record<
  | "exact"
  | "definition"
  | "formula"
  | "numerator"
  | "denominator"
  | "wholeDenominator"
  | "scope"
  | "comparison"
  | "change"
  | "growth"
  | "source"
  | "version"
  | "query"
  | "toMetric"
  | "close"
  | "loading"
  | "failed",
  string
>;

/** Definition, both sides of a ratio, scope, version and query of one number. */
export function ExplanationText({ explanation, words }: { explanation: Explanation; words: ExplanationWords }) {
  const { numerator, denominator, comparison } = explanation;
  return (
    <>
      <h2 id="explanation-title" className="text-table text-quiet">
        {explanation.title}
      </h2>
      <p className="explanation-value">{explanation.value}</p>
      {explanation.reading && <p className="mb-2">{explanation.reading}</p>}
      <dl className="definitions">
        <Line label={words.exact}>{explanation.exact}</Line>
        <Line label={words.scope}>{explanation.scope}</Line>
        <Line label={words.definition}>{explanation.definition}</Line>
        <Line label={words.formula}>{explanation.formula}</Line>
        {numerator && <PartLine label={words.numerator} part={numerator} />}
        {denominator && (
          <PartLine label={denominator.whole ? words.wholeDenominator : words.denominator} part={denominator} />
        )}
        {comparison && (
          <Line label={words.comparison}>
            {comparison.period} {comparison.value}
            <br />
            {words.change} {comparison.change}　{words.growth} {comparison.growth}
          </Line>
        )}
        <Line label={words.source}>{explanation.source}</Line>
        <Line label={words.version}>{explanation.dataVersion}</Line>
      </dl>
      <details className="mt-3">
        <summary>{words.query}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
        <pre className="query" tabIndex={0}>
          {explanation.sql}
        </pre>
      </details>
    </>
  );
}

function Line({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function PartLine({ label, part }: { label: string; part: Part }) {
  return (
    <Line label={label}>
      {part.label}{" "}
      <a href={part.href} data-figure="" className="figure">
        {part.value}
      </a>
    </Line>
  );
}
