import type { ComparabilityEvent } from "@/domain/comparabilityEvents";
import { answerAll } from "@/figures/answer";
import { readDaily } from "@/figures/daily";
import { forecast, partCuts } from "@/figures/forecast/forecast";
import { savedOutcomes } from "@/figures/forecast/savedOutcomes";
import type { Storage } from "@/figures/publication";
import type { Answer, Question } from "@/figures/question";
import { readReceipts } from "@/figures/receipts";
import { fill } from "@/messages/fill";
import { monthList } from "@/messages/monthList";
import { moneyUnit } from "@/messages/numbers";
import { measuresOf, usesBasis } from "@/metrics/define";
import { eventInWords } from "./localRules";
import { fundBasisInWords } from "./scopeWords";
import type { Projected, Table, TableContext, TableDefinition, TableRequest } from "./tables/define";
import { printedPartsMissTotal } from "./tables/rounding";

/** Asks what a table needs and builds it, with the notes that every table owes its reader. */
export async function askTable(storage: Storage, definition: TableDefinition, context: TableContext): Promise<Table> {
  const [[table]] = await askTables(storage, [definition], context);
  return table!;
}

/** The same for several tables and for questions of their page, all asked at once. */
export async function askTables(
  storage: Storage,
  definitions: readonly TableDefinition[],
  context: TableContext,
  questions: readonly Question[] = [],
): Promise<[Table[], Answer[]]> {
  const asked = definitions.map((definition) => {
    const by = context.by && definition.cuts.includes(context.by) ? context.by : null;
    return { definition, by, own: definition.questions({ ...context, by }) };
  });
  const [answers, receipts, projection, daily] = await Promise.all([
    answerAll(storage, [...asked.flatMap(({ own }) => own), ...questions]),
    definitions.some(({ readsReceipts }) => readsReceipts) ? readReceipts(storage, context.scope) : [],
    definitions.some(({ readsForecast }) => readsForecast)
      ? (context.projection ?? readProjected(storage, context))
      : undefined,
    Promise.all(definitions.map((definition) => dailyOf(storage, definition, context))),
  ]);
  const tables = asked.map(({ definition, by, own }, index) => {
    const mine = answers.splice(0, own.length);
    return buildTable(definition, mine, { ...context, by, receipts, projection, daily: daily[index] });
  });
  return [tables, answers];
}

/** The totals of days that a table prints. */
async function dailyOf(storage: Storage, { daily }: TableDefinition, context: TableContext) {
  if (!daily) return undefined;
  const measures = [...new Set(daily.metrics.flatMap(measuresOf))];
  return readDaily(storage, context.scope, measures, daily.days(context));
}

/** The forecast that tables of 全年预测 print, cut as they are. */
export async function readProjected(storage: Storage, { scope, by, scenarios = [] }: TableRequest): Promise<Projected> {
  const cut = partCuts.find((each) => each === by) ?? partCuts[0];
  const [own, saved] = await Promise.all([forecast(storage, scope, cut), savedOutcomes(storage, scope, scenarios)]);
  return { forecast: own, saved };
}

/** Builds a table from its answers, with the notes that every table owes its reader. */
export function buildTable(definition: TableDefinition, answers: readonly Answer[], context: TableContext): Table {
  const { scope, words, language } = context;
  const table = definition.build(answers, context);
  const missing = [...new Set(answers.flatMap(({ missingMonths }) => missingMonths))].sort();
  const notes = [...table.notes];
  if (measuresByFund(table)) notes.push(`${fundBasisInWords(scope, words)}${words.shell.stop}`);
  notes.push(...eventsOf(table, context).map((event) => eventNote(event, context)));
  if (printedPartsMissTotal(table, moneyUnit(language))) notes.push(words.tables.rounding);
  if (missing.length > 0) {
    const months = monthList(missing, language);
    notes.push(fill(words.tables.missingMonths, { months }));
  }
  return { ...table, notes };
}

/** Whether a number of the table depends on which available fund is meant. */
function measuresByFund({ rows }: Table): boolean {
  const contents = rows.flatMap(({ cells }) => Object.values(cells));
  return contents.some((content) => content !== null && typeof content === "object" && usesBasis(content.metric));
}

/** The changes of rules that stand between the two sides of some number of the table. */
function eventsOf({ rows }: Table, { scope, events }: TableContext): ComparabilityEvent[] {
  const compared = rows
    .flatMap(({ cells }) => Object.values(cells))
    .filter((content) => content !== null && typeof content === "object")
    .filter(({ reading, value }) => value !== null && (reading === "change" || reading === "growth"));
  const classes = compared.flatMap(({ where, cell }) => cell?.visit_class ?? (where ?? scope.where).visit_class ?? []);
  return events.filter(({ visitClass }) => (visitClass === null ? compared.length > 0 : classes.includes(visitClass)));
}

/** 普通门诊：2018年1月起…，与以前不宜直接比较（…）。 */
function eventNote(event: ComparabilityEvent, context: TableContext): string {
  const { words } = context;
  const told = `${eventInWords(event, context)}${words.shell.stop}`;
  return event.visitClass === null
    ? told
    : fill(words.tables.ofClass, { name: words.visitClasses[event.visitClass], note: told });
}
