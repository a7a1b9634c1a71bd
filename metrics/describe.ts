import { availableFundBases, basisMark } from "@/domain/availableFundBasis";
import type { Constant, Formula, Metric, Term } from "@/metrics/define";

/** Languages in which definitions are written. */
export type DefinitionLanguage = "zh" | "en";

const words = {
  zh: {
    question: "（所问范围合计）",
    region: "（全地区）",
    year_to_date: "（年初至期末）",
    last_twelve_months: "（近12个月）",
    byBasis: (choices: string) => `按可用基金口径：${choices}`,
    elapsed: "年初以来的月数 ÷ 12",
    priorYears: (part: string) => `至多三个完整往年中（1月至同月的${part} ÷ 全年的${part}）的平均`,
  },
  en: {
    question: " (whole of the question)",
    region: " (whole region)",
    year_to_date: " (year to date)",
    last_twelve_months: " (last twelve months)",
    byBasis: (choices: string) => `by the basis of the available fund: ${choices}`,
    elapsed: "months of the year gone by ÷ 12",
    priorYears: (part: string) =>
      `mean over up to three complete prior years of (${part}, January to the same month ÷ ${part} of the year)`,
  },
};

/** The formula in words, `医疗总费用 ÷ 人次`; null for a measure, which is totalled and has none. */
export function formulaInWords(metric: Metric, language: DefinitionLanguage): string | null {
  return metric.kind === "measure" ? null : inWords(metric.formula, language);
}

function inWords(formula: Formula, language: DefinitionLanguage): string {
  const name = (term: Term | Constant) => nameOf(term, language);
  switch (formula.op) {
    case "divide":
      return `${name(formula.of)} ÷ ${name(formula.by)}`;
    case "multiply":
      return `${name(formula.of)} × ${name(formula.by)}`;
    case "add":
      return formula.all.map(name).join(" + ");
    case "subtract":
      return [formula.of, ...formula.less].map(name).join(" − ");
    case "by_basis":
      return words[language].byBasis(
        availableFundBases.map((basis) => `${basisMark[basis]} ${name(formula.choices[basis])}`).join("；"),
      );
    case "elapsed_share_of_year":
      return words[language].elapsed;
    case "mean_share_of_prior_years":
      return words[language].priorYears(formula.of.metric.label[language]);
  }
}

function nameOf(term: Term | Constant, language: DefinitionLanguage): string {
  if ("constant" in term) return term.constant;
  const window = term.window === "period" ? "" : words[language][term.window];
  const scope = term.scope === "cell" ? "" : words[language][term.scope];
  return term.metric.label[language] + (window || scope);
}
