import type { AvailableFundBasis } from "@/domain/availableFundBasis";
import { groupBy } from "@/domain/groupBy";
import { metricOf } from "@/figures/answer";
import { openPublication, type Storage } from "@/figures/publication";
import type { Question } from "@/figures/question";
import { type Side, sideOf } from "@/figures/side";
import type { Where } from "@/metrics/compile";
import { compileShown } from "@/metrics/compileShown";
import {
  type Fact,
  type Measure,
  type Metric,
  type Scope,
  type Source,
  type Term,
  termsOf,
  type Window,
} from "@/metrics/define";
import { formulaInWords } from "@/metrics/describe";
import { grainOf } from "@/metrics/grains";
import type { Span } from "@/metrics/span";
import { factViews } from "@/warehouse/factViews";

/** Everything that explains a metric in a question, but its value, which `answer` gives. */
export interface MetricExplanation {
  readonly metric: Metric;
  /** Null for a measure: it is totalled, by `sql`. */
  readonly formula: { readonly zh: string; readonly en: string } | null;
  /** Both sides of a ratio. */
  readonly numerator: Metric | null;
  readonly denominator: Metric | null;
  readonly source: Source;
  readonly dataVersion: number;
  /** The totals behind the number, as one or several statements over the tables of the data version. */
  readonly sql: string;
}

/** Explains a metric of a question. Throws PlainError. */
export async function explain(storage: Storage, question: Question, metricId: string): Promise<MetricExplanation> {
  const metric = metricOf(metricId);
  const publication = await openPublication(storage, question.region, question.asOf);
  const side = sideOf(question, [metric], question.period, publication.hasData);
  const formula = metric.kind === "derived" ? metric.formula : null;
  const ratio = formula?.op === "divide" ? formula : null;
  return {
    metric,
    formula: formula && { zh: formulaInWords(metric, "zh")!, en: formulaInWords(metric, "en")! },
    numerator: ratio?.of.metric ?? null,
    denominator: ratio && "metric" in ratio.by ? ratio.by.metric : null,
    source: metric.source,
    dataVersion: publication.version,
    sql: sqlBehind(metric, side, question.scheme),
  };
}

/** A measure as a formula uses it. */
interface Use {
  readonly measure: Measure;
  readonly scope: Scope;
  readonly window: Window | "history";
}

function usesOf(metric: Metric, basis: AvailableFundBasis, scope: Scope, window: Use["window"]): Use[] {
  if (metric.kind === "measure") return [{ measure: metric, scope, window }];
  const { formula } = metric;
  const isHistory = formula.op === "mean_share_of_prior_years";
  const terms = formula.op === "by_basis" ? [formula.choices[basis]] : termsOf(formula);
  return terms.flatMap((term: Term) =>
    usesOf(
      term.metric,
      basis,
      term.scope === "cell" || scope === "region" ? scope : term.scope,
      isHistory ? "history" : term.window === "period" ? window : term.window,
    ),
  );
}

/** Statements per fact, scope and window, each with the view that it reads. */
function sqlBehind(metric: Metric, side: Side, scheme: string): string {
  const groups = groupBy(usesOf(metric, side.basis, "cell", "period"), ({ measure, scope, window }) =>
    [measure.fact, scope === "region" ? "region" : "question", window].join(),
  );
  return [...groups.values()]
    .flatMap((group) => {
      const [{ measure, scope, window }] = group;
      const measures = [...new Set(group.map((use) => use.measure))];
      const where: Where = scope === "region" ? {} : side.where;
      const by = grainOf(scope === "cell" ? side.by : []);
      const span = window === "period" ? side.span : spanOver(side, window);
      const statements = compileShown({ fact: measure.fact, measures, span, scheme, where, by });
      return statements.map((statement) => viewText(measure.fact) + statement);
    })
    .join(";\n\n");
}

const viewText = (fact: Fact) => `with ${fact} as (\n  ${factViews[fact].sql}\n)\n`;

/** The months of a window, as far as they have settlements. */
function spanOver(side: Side, window: Exclude<Use["window"], "period">): Span {
  const months = [...side.history.keys()];
  const chosen = {
    year_to_date: months.filter((month) => month.startsWith(side.span.closingMonth.slice(0, 4))),
    last_twelve_months: months.slice(-12),
    history: months,
  }[window];
  return { ...side.span, months: chosen };
}
