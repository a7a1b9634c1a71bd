import { contribution } from "@/domain/comparison";
import { decimal } from "@/domain/money";
import type { AnswerRow, Filter } from "@/figures/question";
import cases from "@/metrics/definitions/cases";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { groupWhere } from "../hardship/ask";
import { inpatient, inpatientsOf } from "../inpatients";
import { before, changeOf, growthOf, shareOfChange } from "./change";
import {
  type Content,
  type Quantity,
  quantity,
  type Row,
  type RowRole,
  type TableContext,
  type TableDefinition,
} from "./define";
import { hasAny, memberName, namedStatuses } from "./members";

const metrics = [cases.id, poolPay.id];

/** How cases and payments of each status moved, and what share of two increases that is, each with its base. */
export const hardshipGrowth: TableDefinition = {
  id: "hardship_growth",
  cuts: [],
  questions: ({ scope }) => {
    const inpatients = inpatientsOf(scope);
    return [
      { ...inpatients, by: ["hardship_status"], metrics },
      { ...inpatients, where: { ...inpatients.where, ...groupWhere(scope) }, by: [], metrics },
      { ...scope, where: {}, by: [], metrics: [poolPay.id] },
    ];
  },
  build: ([byStatus, group, region], context) => {
    const { scope, words } = context;
    const texts = words.tables.hardshipGrowth;
    const wholes = { stays: byStatus!.total, region: region!.total };
    const row = (answered: AnswerRow, role: RowRole, id: string, label: string, where: Filter): Row => ({
      id,
      label,
      role,
      cells: cellsOf(answered, wholes, where, context),
    });
    const parts = byStatus!.rows
      .filter((answered) => hasAny(answered, cases.id) || hasAny(answered, poolPay.id))
      .map((answered) => {
        const status = answered.key.hardship_status ?? "";
        const label = memberName("hardship_status", status, context);
        return row(answered, "part", status, label, { hardship_status: [status] });
      });
    const named = parts.filter(({ id }) => namedStatuses.some((status) => status === id));
    const together = row(group!.total, "subtotal", "group", words.tables.hardship.subtotal, groupWhere(scope));
    return {
      id: "hardship_growth",
      title: texts.title,
      columns: columnsOf(context),
      rows: [
        ...named,
        ...(named.length > 1 ? [together] : []),
        ...parts.filter((part) => !named.includes(part)),
        row(byStatus!.total, "total", "total", words.tables.total, {}),
      ],
      notes: [texts.note, words.tables.settledBasis],
    };
  },
};

function columnsOf({ words }: TableContext) {
  const { columns } = words.tables.hardshipGrowth;
  const number = (id: string, label: string) => ({ id, label, kind: "number" as const });
  return [
    { id: "name", label: columns.name, kind: "text" as const },
    number("cases", columns.cases),
    number("cases_before", columns.casesBefore),
    number("cases_growth", columns.casesGrowth),
    number("paid", columns.paid),
    number("before", columns.before),
    number("change", columns.change),
    number("growth", columns.growth),
    number("of_stays", columns.ofStays),
    number("of_all", columns.ofAll),
  ];
}

interface Wholes {
  readonly stays: AnswerRow;
  readonly region: AnswerRow;
}

function cellsOf(row: AnswerRow, wholes: Wholes, where: Filter, { scope }: TableContext): Record<string, Content> {
  const place = { where: { ...where, ...inpatient } };
  const compared = scope.compare ?? undefined;
  return {
    cases: quantity(row.values, cases, place),
    cases_before: before(row, cases, place, compared),
    cases_growth: growthOf(row, cases, place),
    paid: quantity(row.values, poolPay, place),
    before: before(row, poolPay, place, compared),
    change: changeOf(row, poolPay, place),
    growth: growthOf(row, poolPay, place),
    of_stays: shareOfStays(row, wholes.stays, {
      ...place,
      reading: "share_of_change_in",
      base: { ...scope.where, ...inpatient },
    }),
    of_all: shareOfChange(row, wholes.region, place),
  };
}

/** The row's change of pool payments ÷ that of all inpatients of the scope. */
function shareOfStays(row: AnswerRow, stays: AnswerRow, place: Partial<Quantity>): Quantity {
  const [part, whole] = [row, stays].map(({ compare }) => compare?.change[poolPay.id] ?? null);
  const share = part && whole ? contribution(decimal(part), decimal(whole)) : null;
  return {
    ...place,
    metric: poolPay,
    value: share?.toString() ?? null,
    reason: share ? null : "no_data",
    unit: "percent",
  };
}
