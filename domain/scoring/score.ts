import { Decimal, decimal, sum, zero } from "../money";
import type { Indicator, Rubric, RubricSection, RuleId } from "../rubric";
import { bands } from "./bands";
import { budgetExecution } from "./budgetExecution";
import { checkActual } from "./checkActual";
import { deduction } from "./deduction";
import { given } from "./given";
import { higherIsBetter } from "./higherIsBetter";
import { lowerIsBetter } from "./lowerIsBetter";
import { qualitative } from "./qualitative";
import type { IndicatorInput, Points, Scored, ScoredIndicator, ScoredSection, ScoringFlag } from "./scored";
import type { Answer, Asked, Scorer } from "./scorer";
import { yesNo } from "./yesNo";

const scorers: { readonly [Rule in RuleId]: Scorer<Rule> } = {
  higher_is_better: higherIsBetter,
  lower_is_better: lowerIsBetter,
  bands,
  qualitative,
  yes_no: yesNo,
  deduction,
  budget_execution: budgetExecution,
  given,
};

/** Points keep these many places, so that they add up exactly however many of them do not end (10 ÷ 3). */
const places = 20;
/** A total is graded by these many: what lies below them is the rest of divisions that do not end (3 × ⅓ = 1). */
const gradedPlaces = 15;

const one = decimal(1);

/**
 * A rubric with what is known of its indicators, by code; `vetoes` are the codes of those that apply. Throws PlainError
 * R-2xx where an actual does not fit its rule.
 */
export function score(
  rubric: Rubric,
  inputs: Readonly<Record<string, IndicatorInput>>,
  vetoes: readonly string[] = [],
): Scored {
  const hasPoints = rubric.marks !== undefined;
  const sections = rubric.sections.map((section) => scoreSection(rubric, section, inputs));
  const applied = (rubric.vetoes ?? []).filter(({ code }) => vetoes.includes(code));
  const found = { rubric, sections, vetoes: applied.map(({ code }) => code) };
  if (!hasPoints) return { ...found, full: null, base: null, scaled: null, bonus: null, total: null, grade: null };

  const counted = sections.filter(({ bonus }) => !bonus);
  const full = sum(counted.map((section) => decimal(section.full!)));
  const base = added(counted.map(({ points }) => points));
  const marks = decimal(rubric.convertedTo ?? rubric.marks!);
  const scaled = full.isZero() ? null : mapped(base, (points) => points.times(marks).div(full));
  const bonuses = sections.filter(({ bonus }) => bonus);
  const bonus = bonuses.length === 0 ? null : added(bonuses.map(({ points }) => points));
  const most = rubric.mayExceed ? null : marks;
  const total = scaled && mapped(bonus ? added([scaled, bonus]) : scaled, (points) => capped(points, most));
  return {
    ...found,
    full: full.toString(),
    base,
    scaled,
    bonus,
    total,
    grade: total && gradeOf(rubric, total, applied),
  };
}

function scoreSection(
  rubric: Rubric,
  section: RubricSection,
  inputs: Readonly<Record<string, IndicatorInput>>,
): ScoredSection {
  const isBonus = section.bonus ?? false;
  const indicators = section.indicators.map((indicator) => {
    const scored = scoreIndicator(rubric, indicator, inputs[indicator.code]);
    return isBonus ? { ...scored, flags: scored.flags.filter((flag) => flag !== "unmet") } : scored;
  });
  const applying = indicators.filter(({ full }) => full !== null);
  const hasPoints = rubric.marks !== undefined;
  return {
    name: section.name,
    bonus: isBonus,
    full: hasPoints ? sum(applying.map(({ full }) => decimal(full!))).toString() : null,
    points: hasPoints ? added(applying.map(({ points }) => points)) : null,
    indicators,
  };
}

function scoreIndicator(rubric: Rubric, indicator: Indicator, input: IndicatorInput | undefined): ScoredIndicator {
  const { code, marks } = indicator;
  if (input && !input.applies) {
    return { code, applies: false, points: null, full: null, trace: null, attainment: null, flags: [] };
  }
  // Without marks a rule still says whether a target is met: of one mark, which is not shown.
  const full = marks === undefined ? one : decimal(marks);
  const { low, high, formula, inputs, attainment, flags } = answerOf(indicator, input, full);
  const isFarOver = indicator.scoring.rule === "higher_is_better" && attainment?.gt(decimal(rubric.farOverTarget));
  const allFlags: ScoringFlag[] = isFarOver ? [...flags, "far_over_target"] : [...flags];
  return {
    code,
    applies: true,
    points: marks === undefined ? null : pointsOf(low, high),
    full: marks ?? null,
    trace: { rule: indicator.scoring.rule, formula, inputs: marks === undefined ? inputs : { full: marks, ...inputs } },
    attainment: attainment && kept(attainment),
    flags: allFlags,
  };
}

function answerOf({ scoring, ...indicator }: Indicator, input: IndicatorInput | undefined, full: Decimal): Answer {
  const actual = input?.actual ?? null;
  if (actual === null) {
    return { low: zero, high: full, formula: "pending", inputs: {}, attainment: null, flags: ["pending"] };
  }
  checkActual({ scoring, ...indicator }, actual);
  const text = input?.target ?? indicator.target;
  const target = text === undefined || indicator.unit === "text" ? null : decimal(text);
  // The kind of the actual is the rule's: checked above.
  return (scorers[scoring.rule] as Scorer<RuleId>)({ rule: scoring, full, target, actual } as Asked<RuleId>);
}

/** By the unrounded total; vetoes lower it. Null while the ends of an interval fall into different grades. */
function gradeOf(rubric: Rubric, { low, high }: Points, vetoes: NonNullable<Rubric["vetoes"]>): string | null {
  const grades = rubric.grades ?? [];
  const rankOf = (points: string) =>
    grades.findIndex(({ from }) => decimal(points).toDecimalPlaces(gradedPlaces).gte(decimal(from)));
  const atMost = vetoes.map(({ gradeAtMost }) => grades.findIndex(({ name }) => name === gradeAtMost));
  const [worst, best] = [low, high].map((points) => Math.max(rankOf(points), ...atMost));
  return worst === best ? (grades[worst!]?.name ?? null) : null;
}

const kept = (value: Decimal) => value.toDecimalPlaces(places).toString();
const pointsOf = (low: Decimal, high: Decimal): Points => ({ low: kept(low), high: kept(high) });
const capped = (points: Decimal, most: Decimal | null) => (most === null ? points : Decimal.min(points, most));

function mapped({ low, high }: Points, change: (points: Decimal) => Decimal): Points {
  return pointsOf(change(decimal(low)), change(decimal(high)));
}

function added(all: readonly (Points | null)[]): Points {
  const present = all.filter((points) => points !== null);
  return pointsOf(sum(present.map(({ low }) => decimal(low))), sum(present.map(({ high }) => decimal(high))));
}
