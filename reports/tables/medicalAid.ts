import type { AnswerRow } from "@/figures/question";
import allAidAmount from "@/metrics/definitions/all_aid_amount";
import allAidCases from "@/metrics/definitions/all_aid_cases";
import manualAidAmount from "@/metrics/definitions/manual_aid_amount";
import manualAidCases from "@/metrics/definitions/manual_aid_cases";
import medicalAidCases from "@/metrics/definitions/medical_aid_cases";
import medicalAidPay from "@/metrics/definitions/medical_aid_pay_amount";
import { quantity, type Row, type RowRole, type TableDefinition } from "./define";
import { filterTo } from "./expenditure";
import { hasAny, memberName } from "./members";

/** In the order of the columns. */
const metrics = {
  settled_cases: medicalAidCases,
  settled_amount: medicalAidPay,
  manual_cases: manualAidCases,
  manual_amount: manualAidAmount,
  all_cases: allAidCases,
  all_amount: allAidAmount,
} as const;

/** 医疗救助: who was helped in the settlement system and who by hand, and both together. */
export const medicalAid: TableDefinition = {
  id: "medical_aid",
  cuts: ["visit_class", "hardship_status", "region"],
  questions: ({ scope, by }) => [
    {
      ...scope,
      compare: null,
      by: [by ?? "visit_class"],
      metrics: Object.values(metrics).map(({ id }) => id),
    },
  ],
  build: ([answered], context) => {
    const { words } = context;
    const { title, columns, notes } = words.tables.medicalAid;
    const by = context.by ?? "visit_class";
    const rows = answered!.rows
      .filter((row) => hasAny(row, allAidCases.id) || hasAny(row, allAidAmount.id))
      .map((row) => rowOf(row, "part", memberName(by, row.key[by] ?? "", context)));
    const number = (id: keyof typeof metrics, label: string) => ({ id, label, kind: "number" as const });
    return {
      id: "medical_aid",
      title,
      columns: [
        { id: "name", label: words.dimensions[by], kind: "text" },
        number("settled_cases", columns.settledCases),
        number("settled_amount", columns.settledAmount),
        number("manual_cases", columns.manualCases),
        number("manual_amount", columns.manualAmount),
        number("all_cases", columns.allCases),
        number("all_amount", columns.allAmount),
      ],
      rows: [...rows, rowOf(answered!.total, "total", words.tables.total)],
      notes: [notes.settled, notes.manual],
    };
  },
};

function rowOf({ key, values }: AnswerRow, role: RowRole, label: string): Row {
  const place = { where: filterTo(key) };
  const cells = Object.entries(metrics).map(([column, metric]) => [column, quantity(values, metric, place)]);
  return { id: Object.values(key).join(".") || "total", label, role, cells: Object.fromEntries(cells) };
}
