import type { AnswerRow, Filter } from "@/figures/question";
import type { Metric } from "@/metrics/define";
import caseShare from "@/metrics/definitions/case_share";
import casesMetric from "@/metrics/definitions/cases";
import specialShare from "@/metrics/definitions/special_disease_inpatient_case_share";
import specialCases from "@/metrics/definitions/special_disease_inpatient_cases";
import { inpatient, inpatientsOf } from "../inpatients";
import { before, changeOf, growthOf } from "./change";
import { type Place, quantity, type Row, type RowRole, type TableContext, type TableDefinition } from "./define";
import { hasAny, memberName, namedStatuses } from "./members";

/** 补偿人次: cases by visit class; of the inpatient, hardship groups and special diseases, which overlap. */
export const cases: TableDefinition = {
  id: "cases",
  cuts: [],
  questions: ({ scope }) => {
    const ofInpatients = inpatientsOf(scope);
    return [
      { ...scope, by: ["visit_class"], metrics: [casesMetric.id, caseShare.id] },
      { ...ofInpatients, by: ["hardship_status"], metrics: [casesMetric.id, caseShare.id] },
      { ...ofInpatients, by: [], metrics: [specialCases.id, specialShare.id] },
    ];
  },
  build: ([classes, statuses, special], context) => {
    const { words } = context;
    const { title, columns, shareNote } = words.tables.cases;
    const rows = classes!.rows
      .filter((answered) => hasAny(answered, casesMetric.id))
      .flatMap((answered): Row[] => {
        const visitClass = answered.key.visit_class ?? "";
        const own = rowOf(answered, "part", memberName("visit_class", visitClass, context), context);
        if (visitClass !== "inpatient") return [own];
        const ofWhich = statuses!.rows
          .filter(({ key }) => namedStatuses.some((status) => status === key.hardship_status))
          .filter((each) => hasAny(each, casesMetric.id))
          .map((each) =>
            rowOf(
              each,
              "of_which",
              memberName("hardship_status", each.key.hardship_status!, context),
              context,
              inpatient,
            ),
          );
        return [
          own,
          ...ofWhich,
          ...(hasAny(special!.total, specialCases.id) ? [specialRow(special!.total, context)] : []),
        ];
      });
    return {
      id: "cases",
      title,
      columns: [
        { id: "name", label: columns.name, kind: "text" },
        { id: "now", label: columns.now, kind: "number" },
        { id: "share", label: columns.share, kind: "number" },
        { id: "before", label: columns.before, kind: "number" },
        { id: "share_before", label: columns.share, kind: "number" },
        { id: "change", label: columns.change, kind: "number" },
        { id: "growth", label: columns.growth, kind: "number" },
      ],
      rows: [...rows, rowOf(classes!.total, "total", words.tables.total, context)],
      notes: [shareNote],
    };
  },
};

/** `where`: of whom the row is a part. */
function rowOf(answered: AnswerRow, role: RowRole, label: string, context: TableContext, where: Filter = {}): Row {
  const own = Object.fromEntries(Object.entries(answered.key).map(([dimension, member]) => [dimension, [member]]));
  const id = [...Object.values(where).flat(), ...Object.values(answered.key)].join(".") || "total";
  const places = { count: { where: { ...where, ...own } }, share: { where, cell: answered.key } };
  return { id, label, role, cells: cellsOf(answered, casesMetric, caseShare, places, context) };
}

function specialRow(answered: AnswerRow, context: TableContext): Row {
  const place = { where: inpatient };
  return {
    id: "inpatient.special_disease",
    label: context.words.tables.cases.specialDisease,
    role: "of_which",
    cells: cellsOf(answered, specialCases, specialShare, { count: place, share: place }, context),
  };
}

/** A count and its share in both periods; a share is asked as a cell, because its whole is the table's. */
function cellsOf(
  answered: AnswerRow,
  count: Metric,
  share: Metric,
  places: { readonly count: Place; readonly share: Place },
  { scope }: TableContext,
): Row["cells"] {
  const compared = scope.compare ?? undefined;
  return {
    now: quantity(answered.values, count, places.count),
    share: quantity(answered.values, share, places.share),
    before: before(answered, count, places.count, compared),
    share_before: before(answered, share, places.share, compared),
    change: changeOf(answered, count, places.count),
    growth: growthOf(answered, count, places.count),
  };
}
