import { contribution } from "@/domain/comparison";
import { decimal } from "@/domain/money";
import type { AnswerRow, Filter, QuestionScope } from "@/figures/question";
import type { Metric } from "@/metrics/define";
import actualReimbursementRate from "@/metrics/definitions/actual_reimbursement_rate";
import caseShare from "@/metrics/definitions/case_share";
import cases from "@/metrics/definitions/cases";
import enrolled from "@/metrics/definitions/enrolled";
import medicalAid from "@/metrics/definitions/medical_aid_pay_amount";
import otherGuarantee from "@/metrics/definitions/other_guarantee_pay_amount";
import personalBurden from "@/metrics/definitions/personal_burden_amount";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import registeredPersons from "@/metrics/definitions/registered_persons";
import seriousIllness from "@/metrics/definitions/serious_illness_pay_amount";
import totalFee from "@/metrics/definitions/total_fee_amount";
import { groupWhere, hardshipQuestions, registryQuestions } from "../hardship/ask";
import { inpatient } from "../inpatients";
import { type Content, type Quantity, quantity, type Row, type TableContext, type TableDefinition } from "./define";
import { hasAny, memberName, namedStatuses } from "./members";

/** 困难群众: who is registered, what their stays cost and who paid, status by status. */
export const hardship: TableDefinition = {
  id: "hardship",
  cuts: [],
  questions: ({ scope }) => [...hardshipQuestions(scope), ...registryQuestions(scope)],
  build: (answers, context) => {
    const [byStatus, group, registered, registeredGroup, everybody] = answers;
    const { scope, words } = context;
    const texts = words.tables.hardship;
    const registeredAt = (status: string) => registered!.rows.find(({ key }) => key.hardship_status === status);
    const statuses = statusesIn(byStatus!.rows, registered!.rows, scope);
    const own = statuses.map((status): Row => {
      const row = byStatus!.rows.find(({ key }) => key.hardship_status === status);
      const where = { hardship_status: [status] };
      const isNamed = namedStatuses.some((named) => named === status);
      return {
        id: status,
        label: memberName("hardship_status", status, context),
        role: "part",
        cells: {
          registered: isNamed || isRegistered(registeredAt(status)) ? persons(registeredAt(status), where) : null,
          ...inpatientCells(row, where),
          share: row ? quantity(row.values, caseShare, { where: inpatient, cell: row.key }) : null,
        },
      };
    });
    const named = own.filter(({ id }) => namedStatuses.some((status) => status === id));
    const others = own.filter((row) => !named.includes(row));
    const subtotal: Row = {
      id: "group",
      label: texts.subtotal,
      role: "subtotal",
      cells: {
        registered: persons(registeredGroup!.total, groupWhere(scope)),
        ...inpatientCells(group!.total, groupWhere(scope)),
        share: groupShare(group!.total, byStatus!.total, scope),
      },
    };
    const total: Row = {
      id: "total",
      label: words.tables.total,
      role: "total",
      cells: {
        registered: quantity(everybody!.total.values, enrolled, { unfiltered: true }),
        ...inpatientCells(byStatus!.total, {}),
        share: quantity(byStatus!.total.values, caseShare, { where: inpatient }),
      },
    };
    return {
      id: "hardship",
      title: texts.title,
      columns: columnsOf(context),
      rows: [...named, ...(named.length > 1 ? [subtotal] : []), ...others, total],
      notes: [texts.notes.registered, texts.notes.share, texts.notes.rate, words.tables.settledBasis],
    };
  },
};

function columnsOf({ words }: TableContext) {
  const { columns } = words.tables.hardship;
  const number = (id: string, label: string) => ({ id, label, kind: "number" as const });
  return [
    { id: "name", label: columns.name, kind: "text" as const },
    number("registered", columns.registered),
    number("cases", columns.cases),
    number("share", columns.share),
    number("total_fee", columns.totalFee),
    number("pool", columns.pool),
    number("serious", columns.serious),
    number("aid", columns.aid),
    number("other", columns.other),
    number("burden", columns.burden),
    number("rate", columns.rate),
  ];
}

/** Statuses with inpatients in either period or registered persons, in their order. */
function statusesIn(stays: readonly AnswerRow[], registered: readonly AnswerRow[], { where }: QuestionScope): string[] {
  const isKept = (status: string) => where.hardship_status?.includes(status) ?? true;
  const seen = [
    ...stays.filter((row) => hasAny(row, cases.id) || hasAny(row, totalFee.id)),
    ...registered.filter(isRegistered),
  ].map(({ key }) => key.hardship_status ?? "");
  return [...namedStatuses, "none", "unclassified"].filter((status) => seen.includes(status) && isKept(status));
}

/** The registry knows neither class nor tier: filters of the page by these are not of its numbers. */
const isRegistered = (row: AnswerRow | undefined) => row !== undefined && hasAny(row, registeredPersons.id);

const persons = (row: AnswerRow | undefined, where: Filter): Quantity =>
  quantity(row?.values, registeredPersons, { where, unfiltered: true });

/** Nothing for a status of which nobody stayed. */
function inpatientCells(row: AnswerRow | undefined, where: Filter): Record<string, Content> {
  if (!row) return {};
  const at = (metric: Metric) => quantity(row.values, metric, { where: { ...where, ...inpatient } });
  return {
    cases: at(cases),
    total_fee: at(totalFee),
    pool: at(poolPay),
    serious: at(seriousIllness),
    aid: at(medicalAid),
    other: at(otherGuarantee),
    burden: at(personalBurden),
    rate: at(actualReimbursementRate),
  };
}

/** Of all inpatient cases of the scope; several statuses are no cell of a cut. */
function groupShare(group: AnswerRow, all: AnswerRow, scope: QuestionScope): Quantity {
  const [part, whole] = [group, all].map(({ values }) => values[cases.id]?.value);
  const share = part && whole ? contribution(decimal(part), decimal(whole)) : null;
  return {
    metric: cases,
    value: share?.toString() ?? null,
    reason: share ? null : "no_data",
    unit: "percent",
    where: { ...inpatient, ...groupWhere(scope) },
    reading: "share_in",
    base: { ...scope.where, ...inpatient },
  };
}
