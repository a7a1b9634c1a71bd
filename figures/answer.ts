import { change, growth, sharedMonths } from "@/domain/comparison";
import type { Dimension } from "@/domain/dimensions";
import { PlainError } from "@/domain/errors";
import { groupBy } from "@/domain/groupBy";
import { type Decimal, decimal } from "@/domain/money";
import { addMonths, firstMonth, type Month, monthsBetween, type Period, periodBetween } from "@/domain/period";
import { inOrder, keyId, requestId } from "@/figures/cells";
import { figureOf } from "@/figures/figure";
import { type Book, placesOf } from "@/figures/place";
import { openPublication, type Publication, type Storage } from "@/figures/publication";
import type { Answer, AnswerRow, Comparison, Figure, Key, Question } from "@/figures/question";
import { readCells } from "@/figures/readCells";
import { cutOf, filterOf, requestsOf, type Side, sideOf } from "@/figures/side";
import { type Fact, type Metric, measuresOf } from "@/metrics/define";
import { registry } from "@/metrics/registry.gen";

/** Answers one question. Throws PlainError. */
export async function answer(storage: Storage, question: Question): Promise<Answer> {
  const [only] = await answerAll(storage, [question]);
  return only!;
}

/** One cell of a question's cut, also where it has no rows: then its sums are zero. Throws as `answer` does. */
export async function answerCell(storage: Storage, question: Question, cell: Key): Promise<AnswerRow> {
  const [[plan, book]] = (await readFor(storage, [question])) as [[Plan, Book]];
  return rowsOf(plan, book)(cell);
}

/** Answers several questions and reads for all of them at once: what a page does. */
export async function answerAll(storage: Storage, questions: readonly Question[]): Promise<Answer[]> {
  const answers = new Map<string, Answer>();
  return (await readFor(storage, questions)).map(([plan, book]) => {
    // Tables of one page often ask the same.
    const asked = JSON.stringify(plan.question);
    const known = answers.get(asked) ?? answerOf(plan, book);
    answers.set(asked, known);
    return known;
  });
}

/** What each question looks at, with everything that was read for it. */
async function readFor(storage: Storage, questions: readonly Question[]): Promise<[Plan, Book][]> {
  const plans: Plan[] = [];
  const publications = new Map<string, Publication>();
  for (const question of questions) {
    const place = JSON.stringify([question.region, question.asOf]);
    const publication = publications.get(place) ?? (await openPublication(storage, question.region, question.asOf));
    publications.set(place, publication);
    plans.push(planOf(question, publication));
  }
  const books = new Map<string, Book>();
  const groups = groupBy(plans, ({ publication, question }) => bookId(publication, question.scheme));
  for (const [id, group] of groups) {
    const [{ publication, question }] = group;
    const requests = group.flatMap((plan) => plan.sides.flatMap(requestsOf));
    books.set(id, await readCells(publication, question.scheme, requests));
  }
  return plans.map((plan) => [plan, books.get(bookId(plan.publication, plan.question.scheme))!]);
}

const bookId = ({ version, region }: Publication, scheme: string) => JSON.stringify([version, region, scheme]);

interface Plan {
  readonly question: Question;
  readonly publication: Publication;
  readonly metrics: readonly Metric[];
  readonly now: Side;
  /** Null without a comparison. `nowShared` is what the change is taken of: the months that both years have. */
  readonly comparison: { readonly nowShared: Side; readonly before: Side; readonly distance: number } | null;
  readonly sides: readonly Side[];
  readonly missingMonths: readonly Month[];
}

function planOf(question: Question, publication: Publication): Plan {
  const metrics = question.metrics.map(metricOf);
  const { hasData } = publication;
  const now = sideOf(question, metrics, question.period, hasData);
  const missing = question.period.months.filter((month) => !hasData(month));
  const shared = question.compare && sharedMonths(question.period, question.compare, hasData);
  if (!question.compare || !shared) {
    return { question, publication, metrics, now, comparison: null, sides: [now], missingMonths: missing };
  }
  const distance = monthsBetween(firstMonth(question.compare), firstMonth(question.period));
  const before = sideOver(moveFilter(question, -distance), metrics, question.compare, hasData, shared.monthsThen);
  const nowShared = sideOver(question, metrics, question.period, hasData, shared.monthsNow);
  const comparison = { nowShared, before, distance };
  const sides = [now, before, nowShared];
  return { question, publication, metrics, now, comparison, sides, missingMonths: shared.missing };
}

/** A side over some months of a period, called by the shortest name of these when they follow one another. */
function sideOver(
  question: Pick<Question, "by" | "where" | "basis">,
  metrics: readonly Metric[],
  period: Period,
  hasData: (month: Month) => boolean,
  months: readonly Month[],
): Side {
  const [first, last] = [months.at(0), months.at(-1)];
  const inARow = first && last && monthsBetween(first, last) === months.length - 1;
  return sideOf(question, metrics, inARow ? periodBetween(first, last) : period, hasData, months);
}

/** A filter on months means the counterparts of these months in the other year. */
function moveFilter(question: Question, months: number): Pick<Question, "by" | "where" | "basis"> {
  const { month, ...where } = question.where;
  return { ...question, where: month ? { ...where, month: month.map((one) => addMonths(one, months)) } : where };
}

/** A metric by its id. Throws PlainError Q-104. */
export function metricOf(id: string): Metric {
  const metric = (registry as Record<string, Metric>)[id];
  if (!metric) throw new PlainError("Q-104", { metric: id });
  return metric;
}

/** The row of any cell of a plan; the empty key is its total. */
function rowsOf({ now, comparison }: Plan, book: Book): (key: Key) => AnswerRow {
  const valuesNow = valuesOf(now, book);
  const comparisonAt = comparison && comparisonOf(comparison, book);
  const sharesAllMonths = comparison?.nowShared.span.id === now.span.id;
  return (key) => {
    const values = valuesNow(key);
    return { key, values, compare: comparisonAt?.(key, sharesAllMonths ? values : null) ?? null };
  };
}

function answerOf(plan: Plan, book: Book): Answer {
  const { question, publication, now, comparison } = plan;
  const rowAt = rowsOf(plan, book);
  const keys = new Map(keysOf(now, book).map((key) => [keyId(key), key]));
  if (comparison) {
    for (const key of keysOf(comparison.before, book)) {
      const moved = moveMonth(key, comparison.distance);
      keys.set(keyId(moved), keys.get(keyId(moved)) ?? moved);
    }
  }
  return {
    dataVersion: publication.version,
    region: question.region,
    scheme: question.scheme,
    period: question.period.id,
    basis: question.basis,
    by: question.by,
    rows: question.by.length === 0 ? [] : [...keys.values()].sort(inOrder(question.by)).map(rowAt),
    total: rowAt({}),
    missingMonths: plan.missingMonths,
  };
}

/**
 * The figures of a side at any of its keys; the empty key is its total. A filter narrows like a cut: what does not vary
 * with it (an available fund, a season) belongs to the whole region and has no value there.
 */
function valuesOf(side: Side, book: Book): (key: Key) => Record<string, Figure> {
  const placeAt = placesOf(side, book);
  const filtered = Object.keys(side.where) as Dimension[];
  return (key) => {
    const by = [...(Object.keys(key) as Dimension[]), ...filtered];
    const place = placeAt(key);
    return Object.fromEntries(side.metrics.map((metric) => [metric.id, figureOf(metric, place, by)]));
  };
}

function comparisonOf({ nowShared, before, distance }: NonNullable<Plan["comparison"]>, book: Book) {
  const valuesBefore = valuesOf(before, book);
  const valuesNow = valuesOf(nowShared, book);
  /** `known`: the figures of the shared months, where these are all months of the period. */
  return (key: Key, known: Record<string, Figure> | null): Comparison => {
    const values = valuesBefore(moveMonth(key, -distance));
    const now = known ?? valuesNow(key);
    const both = (work: typeof change) =>
      Object.fromEntries(
        Object.keys(values).map((id) => [id, work(exact(now[id]), exact(values[id]))?.toString() ?? null]),
      );
    return { period: before.period.id, values, change: both(change), growth: both(growth) };
  };
}

const exact = (figure: Figure | undefined): Decimal | null => (figure?.value ? decimal(figure.value) : null);

function moveMonth(key: Key, months: number): Key {
  return key.month ? { ...key, month: addMonths(key.month, months) } : key;
}

/** The cells that have settlements, or registered persons where these are asked; by month, those of each month. */
function keysOf(side: Side, book: Book): Key[] {
  const cellsOf = (fact: Fact, span: Side["span"]) => [
    ...(book.get(requestId({ span, by: cutOf(side, fact), where: filterOf(side, fact) }))?.values() ?? []),
  ];
  const counts = side.metrics.flatMap(measuresOf).filter(({ fact }) => fact === "registry");
  const isCutAlike = cutOf(side, "registry").length === cutOf(side, "payments").length;
  const registered = (span: Side["span"]) =>
    isCutAlike ? cellsOf("registry", span).filter(({ amounts }) => counts.some(({ id }) => amounts.get(id))) : [];
  const keysIn = (span: Side["span"]) => [...cellsOf("payments", span), ...registered(span)].map(({ key }) => key);
  if (!side.by.includes("month")) return keysIn(side.span);
  return [...side.monthSpans].flatMap(([month, span]) => keysIn(span).map((key) => ({ ...key, month })));
}
