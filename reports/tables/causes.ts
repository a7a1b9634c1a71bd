import { type CauseName, causeNames } from "@/domain/decomposition";
import type { Decimal } from "@/domain/money";
import type { Filter } from "@/figures/question";
import { moneyUnit } from "@/messages/numbers";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { inpatient } from "../inpatients";
import { type Cause, type CellChoice, cellChoiceOf, cellChoices, whyOf, whyQuestion } from "../why";
import type { Place, Quantity, Row, TableContext, TableDefinition } from "./define";

/** 因素分析: why the payments of inpatient changed, cause by cause; the printed lines add up. */
export const causes: TableDefinition = {
  id: "causes",
  cuts: [],
  choices: { cells: cellChoices },
  questions: ({ scope, choices }) => [whyQuestion(scope, cellChoiceOf(choices?.cells))],
  build: ([cells], context) => {
    const { words, language } = context;
    const { title, columns, notes } = words.tables.causes;
    const choice = cellChoiceOf(context.choices?.cells);
    const why = whyOf(cells!, moneyUnit(language));
    const total: Row = {
      id: "total",
      label: words.tables.causes.total,
      role: "total",
      cells: {
        amount: changeOfInpatients(why?.change ?? null),
        share: causeShare(causeNames, why && !why.change.isZero() ? "1" : null, context),
      },
    };
    return {
      id: "causes",
      title,
      columns: [
        { id: "name", label: columns.name, kind: "text" },
        { id: "amount", label: columns.amount, kind: "number" },
        { id: "share", label: columns.share, kind: "number" },
        { id: "meaning", label: columns.meaning, kind: "text" },
      ],
      rows: [...(why?.causes ?? []).map((cause) => rowOf(cause, context)), total],
      notes: [words.causes.cells[choice], notes.level, notes.cells, words.tables.settledBasis],
    };
  },
};

function rowOf({ name, amount, printedAmount, share, printedShare }: Cause, context: TableContext): Row {
  return {
    id: name,
    label: causeLabel(name, context),
    role: "part",
    cells: {
      amount: { ...causeAmount([name], amount.toString(), context), printed: printedAmount.toString() },
      share: { ...causeShare([name], share?.toString() ?? null, context), printed: printedShare?.toString() },
      meaning: context.words.causes[name].meaning,
    },
  };
}

/** What a cause is called: mix is between the cells. */
export function causeLabel(name: CauseName, { words, choices }: Pick<TableContext, "words" | "choices">): string {
  return name === "mix" ? words.causes.mixOf[cellChoiceOf(choices?.cells)] : words.causes[name].label;
}

/** By how much the payments changed: an actual figure, asked again as such. */
export function changeOfInpatients(change: Decimal | null, where: Filter = {}): Quantity {
  return {
    where: { ...inpatient, ...where },
    reading: "change",
    metric: poolPay,
    value: change?.toString() ?? null,
    reason: change ? null : "no_data",
    unit: "yuan",
    signed: true,
  };
}

/** Where what some causes brought can be asked. */
export function causePlace(names: readonly CauseName[], cells: CellChoice, place: Place = {}): Place {
  return { ...place, where: inpatient, reading: "cause", extra: { cause: names.join(","), cells } };
}

/** What some causes brought, to stand in a table: exact, asked again in `place` of the table. */
export function causeAmount(
  names: readonly CauseName[],
  value: string | null,
  { choices }: Pick<TableContext, "choices">,
  place: Place = {},
): Quantity {
  const asked = causePlace(names, cellChoiceOf(choices?.cells), place);
  return { ...asked, metric: poolPay, value, reason: value === null ? "no_data" : null, unit: "yuan", signed: true };
}

/** Their share of the change. */
export function causeShare(
  names: readonly CauseName[],
  value: string | null,
  context: Pick<TableContext, "choices">,
  place: Place = {},
): Quantity {
  const { signed, ...amount } = causeAmount(names, value, context, place);
  return { ...amount, reading: "cause_share", unit: "percent" };
}
