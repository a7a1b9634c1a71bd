import type { AnswerRow, Filter } from "@/figures/question";
import type { Metric } from "@/metrics/define";
import cases from "@/metrics/definitions/cases";
import casesPerPerson from "@/metrics/definitions/cases_per_person";
import casesPerHundred from "@/metrics/definitions/inpatient_cases_per_hundred_enrolled";
import meanStay from "@/metrics/definitions/mean_stay_days";
import personsMetric from "@/metrics/definitions/persons";
import { inpatient, inpatientsOf } from "../inpatients";
import { before, growthOf } from "./change";
import { type Content, quantity, type Row, type RowRole, type TableContext, type TableDefinition } from "./define";
import { hasAny, memberName } from "./members";

const ofEverybody = [cases.id, personsMetric.id, casesPerPerson.id];
/** Only where people stay in hospital. */
const ofInpatients: readonly Metric[] = [meanStay, casesPerHundred];
const metrics = [...ofEverybody, ...ofInpatients.map(({ id }) => id)];

/** 人次与人数: how many people, how often, how long; inpatient by tier. Persons are counted anew in every row. */
export const persons: TableDefinition = {
  id: "persons",
  cuts: [],
  questions: ({ scope }) => [
    { ...scope, by: ["visit_class"], metrics },
    { ...inpatientsOf(scope), by: ["tier"], metrics },
  ],
  build: ([classes, byTier], context) => {
    const { words } = context;
    const { title, columns, notes } = words.tables.persons;
    const rows = classes!.rows
      .filter((answered) => hasAny(answered, cases.id))
      .flatMap((answered): Row[] => {
        const visitClass = answered.key.visit_class ?? "";
        const own = rowOf(answered, "part", memberName("visit_class", visitClass, context), context);
        if (visitClass !== "inpatient") return [own];
        const ofWhich = byTier!.rows
          .filter((each) => hasAny(each, cases.id))
          .map((each) => rowOf(each, "of_which", memberName("tier", each.key.tier ?? "", context), context, inpatient));
        return [own, ...ofWhich];
      });
    const number = (id: string, label: string) => ({ id, label, kind: "number" as const });
    return {
      id: "persons",
      title,
      columns: [
        { id: "name", label: columns.name, kind: "text" },
        number("cases", columns.cases),
        number("persons", columns.persons),
        number("persons_before", columns.personsBefore),
        number("persons_growth", columns.personsGrowth),
        number("cases_per_person", columns.casesPerPerson),
        number("cases_per_person_before", columns.before),
        number("mean_stay", columns.meanStay),
        number("mean_stay_before", columns.before),
        number("cases_per_hundred", columns.casesPerHundred),
        number("cases_per_hundred_before", columns.before),
      ],
      rows: [...rows, rowOf(classes!.total, "total", words.tables.total, context)],
      notes: [notes.distinct, notes.rates],
    };
  },
};

function rowOf(answered: AnswerRow, role: RowRole, label: string, context: TableContext, within: Filter = {}): Row {
  const own = Object.fromEntries(Object.entries(answered.key).map(([dimension, member]) => [dimension, [member]]));
  const where: Filter = { ...within, ...own };
  const place = { where };
  const compared = context.scope.compare ?? undefined;
  const isInpatient = role === "total" || where.visit_class?.includes("inpatient");
  const pair = (name: string, metric: Metric): Record<string, Content> => {
    if (ofInpatients.includes(metric) && !isInpatient) return {};
    return {
      [name]: quantity(answered.values, metric, place),
      [`${name}_before`]: before(answered, metric, place, compared),
    };
  };
  return {
    id: Object.values(where).flat().join(".") || "total",
    label,
    role,
    cells: {
      cases: quantity(answered.values, cases, place),
      ...pair("persons", personsMetric),
      persons_growth: growthOf(answered, personsMetric, place),
      ...pair("cases_per_person", casesPerPerson),
      ...pair("mean_stay", meanStay),
      ...pair("cases_per_hundred", casesPerHundred),
    },
  };
}
