import type { Dimension } from "@/domain/dimensions";
import type { AnswerRow, Key } from "@/figures/question";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import shareOfAvailable from "@/metrics/definitions/pool_pay_share_of_available_fund";
import shareOfExpenditure from "@/metrics/definitions/pool_pay_share_of_expenditure";
import { before, changeOf, growthOf, shareOfChange } from "./change";
import { quantity, type Row, type RowRole, type TableContext, type TableDefinition } from "./define";
import { hasAny, memberName, namedStatuses } from "./members";

const metrics = [poolPay.id, shareOfAvailable.id, shareOfExpenditure.id];

/** 基金支出: how much, of what, and what each part adds to the increase. */
export const expenditure: TableDefinition = {
  id: "expenditure",
  cuts: ["visit_class", "tier", "hardship_status"],
  questions: ({ scope, by }) => [
    { ...scope, by: [by ?? "visit_class"], metrics },
    { ...scope, by: ["visit_class", "hardship_status"], metrics },
    { ...scope, where: {}, by: [], metrics: [poolPay.id] },
  ],
  build: ([cut, poor, region], context) => {
    const { words } = context;
    const { columns, title } = words.tables.expenditure;
    const by = context.by ?? "visit_class";
    const row = (answered: AnswerRow, role: RowRole, label: string) =>
      rowOf(answered, role, label, region!.total, context);
    const rows = cut!.rows
      .filter((answered) => hasAny(answered, poolPay.id))
      .flatMap((answered): Row[] => {
        const member = answered.key[by] ?? "";
        const own = row(answered, "part", memberName(by, member, context));
        if (by !== "visit_class" || member !== "inpatient") return [own];
        const ofWhich = poor!.rows.filter(
          ({ key }) => key.visit_class === member && namedStatuses.some((status) => status === key.hardship_status),
        );
        return [
          own,
          ...ofWhich
            .filter((each) => hasAny(each, poolPay.id))
            .map((each) => row(each, "of_which", memberName("hardship_status", each.key.hardship_status!, context))),
        ];
      });
    return {
      id: "expenditure",
      title,
      columns: [
        { id: "name", label: words.dimensions[by], kind: "text" },
        { id: "now", label: columns.now, kind: "number" },
        { id: "share_of_available_fund", label: columns.shareOfAvailableFund, kind: "number" },
        { id: "share_of_expenditure", label: columns.shareOfExpenditure, kind: "number" },
        { id: "before", label: columns.before, kind: "number" },
        { id: "change", label: columns.change, kind: "number" },
        { id: "growth", label: columns.growth, kind: "number" },
        { id: "share_of_change", label: columns.shareOfChange, kind: "number" },
      ],
      rows: [...rows, row(cut!.total, "total", words.tables.total)],
      notes: [words.tables.settledBasis],
    };
  },
};

function rowOf(answered: AnswerRow, role: RowRole, label: string, region: AnswerRow, context: TableContext): Row {
  const place = { where: filterTo(answered.key) };
  return {
    id: Object.values(answered.key).join(".") || "total",
    label,
    role,
    cells: {
      now: quantity(answered.values, poolPay, place),
      share_of_available_fund: quantity(answered.values, shareOfAvailable, place),
      share_of_expenditure: quantity(answered.values, shareOfExpenditure, place),
      before: before(answered, poolPay, place, context.scope.compare ?? undefined),
      change: changeOf(answered, poolPay, place),
      growth: growthOf(answered, poolPay, place),
      share_of_change: shareOfChange(answered, region, place),
    },
  };
}

/** A cell as a filter: the same rows of the version, asked for alone. */
export function filterTo(key: Key): Partial<Record<Dimension, readonly string[]>> {
  return Object.fromEntries(Object.entries(key).map(([dimension, member]) => [dimension, [member]]));
}
