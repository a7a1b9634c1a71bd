import { decimal } from "@/domain/money";
import type { AnswerRow } from "@/figures/question";
import type { Receipt } from "@/figures/receipts";
import { fill } from "@/messages/fill";
import { type Content, quantity, type Row, type TableContext, type TableDefinition } from "./define";
import { type FundingRow, fundingRows } from "./fundingRows";

/** 筹资到位: what is due per head and in all, and what of it is in place by the period's last day. */
export const funding: TableDefinition = {
  id: "funding",
  cuts: [],
  readsReceipts: true,
  questions: ({ scope }) => {
    const metrics = fundingRows(scope.basis).flatMap((row) => Object.values(row.metrics).map(({ id }) => id));
    return [{ ...scope, where: {}, by: [], compare: null, metrics: [...new Set(metrics)] }];
  },
  build: ([answered], context) => {
    const { title, columns, note } = context.words.tables.funding;
    return {
      id: "funding",
      title,
      columns: [
        { id: "name", label: columns.name, kind: "text" },
        { id: "per_head", label: columns.perHead, kind: "number" },
        { id: "heads", label: columns.heads, kind: "number" },
        { id: "planned", label: columns.planned, kind: "number" },
        { id: "in_place", label: columns.inPlace, kind: "number" },
        { id: "rate", label: columns.rate, kind: "number" },
        { id: "received_on", label: columns.receivedOn, kind: "text" },
        { id: "remark", label: columns.remark, kind: "text" },
      ],
      rows: fundingRows(context.scope.basis)
        .filter((row) => row.id !== "set_aside" || hasMoney(row, answered!.total))
        .map((row) => rowOf(row, answered!.total, context)),
      fixedOrder: true,
      notes: [note],
    };
  },
};

/** Most plans set nothing aside besides premiums: then that row is not printed. */
function hasMoney({ metrics }: FundingRow, { values }: AnswerRow): boolean {
  const amounts = [metrics.planned, metrics.in_place].map((metric) => metric && values[metric.id]?.value);
  return amounts.some((amount) => amount != null && !decimal(amount).isZero());
}

function rowOf(row: FundingRow, { values }: AnswerRow, context: TableContext): Row {
  const receipts = (context.receipts ?? []).filter(row.isOwn);
  // Funding is the whole region's: a filter of settlements leaves it as it is.
  const numbers = Object.entries(row.metrics).map(([column, metric]): [string, Content] => [
    column,
    quantity(values, metric, { unfiltered: true }),
  ]);
  const planned = row.metrics.planned && values[row.metrics.planned.id]?.value;
  return {
    id: row.id,
    label: context.words.tables.funding.rows[row.id],
    role: row.role,
    cells: {
      ...Object.fromEntries(numbers),
      received_on: receivedOn(receipts, context),
      remark: remark(row, planned != null, receipts.length, context),
    },
  };
}

/** The day of the latest payment; in words where it was not entered. */
function receivedOn(receipts: readonly Receipt[], { words }: TableContext): string | null {
  const latest = receipts.at(-1);
  return latest ? (latest.receivedOn ?? words.tables.funding.noDay) : null;
}

/** What the numbers of a line do not say: it is not planned, nothing came, it came in parts. */
function remark({ role, metrics }: FundingRow, isPlanned: boolean, payments: number, { words }: TableContext) {
  const { notPlanned, nothingYet, nothingHandedOver, inParts, handedOverInParts } = words.tables.funding;
  const isLine = (role === "part" || role === "less") && metrics.in_place !== undefined;
  if (!isLine || payments === 1) return null;
  if (payments > 1) return fill(role === "less" ? handedOverInParts : inParts, { parts: payments });
  if (!isPlanned) return notPlanned;
  return role === "less" ? nothingHandedOver : nothingYet;
}
