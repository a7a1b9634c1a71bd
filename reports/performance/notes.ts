import type { AssessmentView, IndicatorView } from "@/assessments/view";
import { decimal } from "@/domain/money";
import type { FormLine } from "@/domain/officialForm";
import { parsePeriod } from "@/domain/period";
import { type ExecutionBase, executionBases, type Points, scoreKinds } from "@/domain/scoring/scored";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";
import { indicatorValue, pointsText } from "@/messages/indicatorValues";
import { moneyUnit, percent } from "@/messages/numbers";
import { periodInWords } from "@/messages/period";
import { printedSumMisses } from "../tables/rounding";
import type { Writing } from "./cells";

/** What every form says of itself: whose finding holds, whether it is handed in, from which data and rubric. */
export function standing(view: AssessmentView, hasPoints: boolean, { words, language }: Writing): FormLine[] {
  const { shell, forms, indicators } = words;
  const { version, period, through } = view.data;
  const state = [
    hasPoints ? indicators.provisional : indicators.provisionalValues,
    view.submitted ? fill(forms.notes.submitted, { date: view.submitted.at.slice(0, 10) }) : forms.notes.draft,
    version !== null && through
      ? fill(forms.notes.data, { period: periodInWords(parsePeriod(period)!, language), version })
      : forms.notes.noData,
    ...(view.region.demo ? [shell.demo] : []),
  ];
  return [
    { text: state.join(" · ") },
    { text: fill(forms.notes.rubric, { version: view.rubric.version }), typed: view.rubric.title },
    ...(view.rubric.source.confirmed ? [] : [{ text: forms.notes.unconfirmed }]),
  ];
}

/** How the total came about: its grade, both totals where it was scaled or has a bonus, the three kinds of scores. */
export function resultNotes({ scored, rubric, totals }: AssessmentView, writing: Writing): FormLine[] {
  const { words } = writing;
  const { notes } = words.forms;
  const { total, base, scaled, bonus, full, grade } = scored;
  if (!total || !base || !scaled || full === null) return [];
  const written = (points: Points) => pointsText(points, words);
  const lines: FormLine[] = [
    grade === null
      ? { text: fill(notes.resultPending, { points: written(total) }) }
      : { text: fill(notes.result, { points: written(total) }), typed: grade },
  ];
  if (isScaled(scored)) {
    const target = rubric.convertedTo ?? rubric.marks!;
    lines.push({ text: fill(notes.scaled, { full, base: written(base), marks: target, scaled: written(scaled) }) });
  }
  if (bonus) lines.push({ text: fill(notes.withoutBonus, { points: written(scaled), bonus: written(bonus) }) });
  if (totals.estimate || totals.review) {
    const each = scoreKinds.flatMap((kind) => {
      const total = totals[kind];
      return total ? fill(words.indicators.marks, { kind: words.scoreKinds[kind], marks: written(total) }) : [];
    });
    lines.push({ text: fill(notes.scores, { each: each.join(words.shell.separator) }) });
  }
  return lines;
}

/** Whether the marks that apply are not those of the whole rubric. */
export const isScaled = ({ rubric, full }: AssessmentView["scored"]) =>
  full !== null && !decimal(full).eq(decimal(rubric.convertedTo ?? rubric.marks ?? full));

/** 不适用, by name. */
export const notApplicableNote = (view: AssessmentView, { words }: Writing): FormLine[] =>
  naming(view, words, words.forms.notes.notApplicable, ({ scored }) => !scored.applies);

/** What is to be said of single indicators, by their names. */
export function indicatorNotes(view: AssessmentView, writing: Writing): FormLine[] {
  const { words } = writing;
  const { notes } = words.forms;
  const { marks, farOverTarget } = view.rubric;
  const pending = marks === undefined ? notes.pendingValues : notes.pending;
  const farOver = fill(notes.farOver, { line: indicatorValue(farOverTarget, "percent", words) });
  return [
    ...notApplicableNote(view, writing),
    ...naming(view, words, pending, ({ scored }) => scored.flags.includes("pending")),
    ...naming(view, words, notes.contradicts, ({ scored }) => scored.flags.includes("contradicts")),
    ...naming(view, words, farOver, ({ scored }) => scored.flags.includes("far_over_target")),
  ];
}

function naming(
  { sections }: AssessmentView,
  { shell }: Messages,
  text: string,
  asked: (view: IndicatorView) => boolean,
): FormLine[] {
  const named = sections.flatMap(({ indicators }) => indicators.filter(asked).map(({ indicator }) => indicator.name));
  return named.length > 0 ? [{ text, typed: named.join(shell.and) }] : [];
}

/** The base of the execution rate, and what it would be on the other one, where money was carried over. */
export function rateNote({ assessment, budget }: AssessmentView, { words }: Writing): FormLine[] {
  const carriedOver = assessment.budget.rows.some(
    ({ source, adjusted }) => source === "carried_over" && !decimal(adjusted).isZero(),
  );
  if (!budget || !carriedOver) return [];
  const { rate, bases } = words.forms.notes;
  const other = executionBases.find((base) => base !== budget.base)!;
  const written = (base: ExecutionBase) => {
    const fraction = budget.rates[base];
    return fraction === null ? words.shell.noValue : percent(fraction);
  };
  return [
    {
      text: fill(rate, {
        base: bases[budget.base],
        rate: written(budget.base),
        other: bases[other],
        otherRate: written(other),
      }),
    },
  ];
}

/** Where points or amounts as they are printed do not add up to the sum as it is printed. */
export function roundingNotes({ sections, scored, assessment }: AssessmentView, writing: Writing): FormLine[] {
  const { words, language } = writing;
  const parts = sections.filter(({ bonus }) => !bonus).flatMap(({ indicators }) => indicators);
  const known = parts.flatMap(({ scored: { points } }) => (points && points.low === points.high ? [points.low] : []));
  const isKnown = scored.base !== null && scored.base.low === scored.base.high;
  const pointsDiffer =
    isKnown &&
    printedSumMisses(
      known.map((points) => decimal(points)),
      1,
    );
  const columns = ["opening", "adjusted", "executed"] as const;
  const moneyDiffers = columns.some((column) =>
    printedSumMisses(
      assessment.budget.rows.map((row) => decimal(row[column])),
      moneyUnit(language),
    ),
  );
  return [
    ...(pointsDiffer ? [{ text: words.forms.notes.rounding }] : []),
    ...(moneyDiffers ? [{ text: words.forms.notes.moneyRounding }] : []),
  ];
}
