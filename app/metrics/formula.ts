import type { Clause, Sentence } from "@/components/SentenceText";
import { availableFundBases, basisMark } from "@/domain/availableFundBasis";
import type { Formula, Metric, Term } from "@/metrics/define";
import type { Writer } from "../writing";

/** What a metric is called in the reader's language. */
export const labelOf = (metric: Metric, { language }: Writer) =>
  language === "en" ? metric.label.en : metric.label.zh;

/** The formula in words; each part leads to its own definition. A measure is totalled and has none: null. */
export function formulaSentence(metric: Metric, writer: Writer): Sentence | null {
  return metric.kind === "measure" ? null : clausesOf(metric.formula, writer);
}

function clausesOf(formula: Formula, writer: Writer): Clause[] {
  const { metricPages: words } = writer.words;
  const part = (term: Term | { constant: string }): Clause =>
    "constant" in term ? { template: term.constant, values: {} } : termClause(term, writer);
  const joined = (sign: string, parts: readonly Clause[]) =>
    parts.flatMap((clause, index) => (index === 0 ? [clause] : [{ template: ` ${sign} `, values: {} }, clause]));
  switch (formula.op) {
    case "divide":
      return joined("÷", [part(formula.of), part(formula.by)]);
    case "multiply":
      return joined("×", [part(formula.of), part(formula.by)]);
    case "add":
      return joined("+", formula.all.map(part));
    case "subtract":
      return joined("−", [formula.of, ...formula.less].map(part));
    case "by_basis":
      return availableFundBases.flatMap((basis, index) => [
        { template: `${index > 0 ? words.partSeparator : ""}${basisMark[basis]} `, values: {} },
        part(formula.choices[basis]),
      ]);
    case "elapsed_share_of_year":
      return [{ template: words.elapsedShare, values: {} }];
    case "mean_share_of_prior_years":
      return [{ template: words.priorYears, values: { part: termFigure(formula.of, writer) } }];
  }
}

function termClause(term: Term, writer: Writer): Clause {
  const { metricPages: words } = writer.words;
  const scope = { cell: "", question: words.wholeQuestion, region: words.wholeRegion }[term.scope];
  const window = { period: "", year_to_date: words.yearToDate, last_twelve_months: words.lastTwelve }[term.window];
  return { template: `{part}${window || scope}`, values: { part: termFigure(term, writer) } };
}

/** A part of a formula as something that can be asked; its name stands for the number. */
function termFigure({ metric }: Term, writer: Writer) {
  const meaning = writer.language === "en" ? metric.meaning.en : metric.meaning.zh;
  return { text: labelOf(metric, writer), exact: meaning, href: writer.href(metric.id) };
}
