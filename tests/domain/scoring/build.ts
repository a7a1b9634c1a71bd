import { decimal } from "@/domain/money";
import type { Indicator, Rubric, RubricSection, ScoringRule } from "@/domain/rubric";
import { score } from "@/domain/scoring/score";
import type { Actual, IndicatorInput, ScoredIndicator } from "@/domain/scoring/scored";

/** An indicator with what a test does not say filled in. */
export function indicator(
  code: string,
  marks: string | undefined,
  scoring: ScoringRule = { rule: "higher_is_better" },
  rest: Partial<Indicator> = {},
): Indicator {
  const said = marks === undefined ? {} : { marks };
  const shared = { group: "数量指标", unit: "number", source: { entered: "台账" }, evidenceRequired: false } as const;
  return { code, name: code, ...shared, ...said, scoring, ...rest };
}

export const fourGrades = [
  { name: "优", from: "90" },
  { name: "良", from: "80" },
  { name: "中", from: "60" },
  { name: "差", from: "0" },
];

/** A rubric of sections whose marks are what their indicators add up to. */
export function rubric(
  sections: readonly { indicators: readonly Indicator[]; bonus?: true }[],
  rest: Partial<Rubric> = {},
): Rubric {
  const totalOf = (parts: readonly { marks?: string }[]) =>
    parts.reduce((total, { marks }) => total.plus(marks ?? 0), decimal(0)).toString();
  const hasMarks = rest.form !== "transfer";
  const built: RubricSection[] = sections.map((section, at) => ({
    name: `${at}`,
    ...(hasMarks ? { marks: totalOf(section.indicators) } : {}),
    ...section,
  }));
  return {
    ...{ format: 1, id: "test", version: 1, title: "试", form: "project", years: { from: 2016, to: null } },
    source: { document: "文", confirmed: false },
    ...(hasMarks ? { marks: totalOf(built.filter(({ bonus }) => !bonus)), grades: fourGrades } : {}),
    ...{ farOverTarget: "1.3", sections: built },
    ...rest,
  };
}

export const input = (actual: Actual | null, target: string | null = null): IndicatorInput => ({
  ...{ target, actual, applies: true },
});
export const number = (value: string, target: string | null = null) => input({ kind: "number", value }, target);
export const inapplicable: IndicatorInput = { target: null, actual: null, applies: false };

/** One indicator of 10 marks, scored by itself. */
export function one(scoring: ScoringRule, known: IndicatorInput, rest: Partial<Indicator> = {}): ScoredIndicator {
  const scored = score(rubric([{ indicators: [indicator("only", "10", scoring, rest)] }]), { only: known });
  return scored.sections[0]!.indicators[0]!;
}
