import { decimal } from "@/domain/money";
import type { AnswerRow, Filter } from "@/figures/question";
import { together, withSides } from "@/figures/together";
import { fill } from "@/messages/fill";
import type { Metric } from "@/metrics/define";
import cases from "@/metrics/definitions/cases";
import casesPerPerson from "@/metrics/definitions/cases_per_person";
import feePerCase from "@/metrics/definitions/fee_per_case";
import meanStayDays from "@/metrics/definitions/mean_stay_days";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { inpatient } from "../inpatients";
import {
  groupText,
  type InstitutionGroup,
  type InstitutionKind,
  institutionKinds,
  institutionLists,
  institutionQuestions,
  isInGroup,
  listedKinds,
  ownershipChoices,
  type PlacedInstitution,
  placedInstitutions,
} from "../institutions/group";
import { changeOf, growthOf } from "./change";
import {
  type Column,
  type Place,
  type Quantity,
  quantity,
  type Row,
  type TableContext,
  type TableDefinition,
} from "./define";
import { hasAny, institutionPath } from "./members";

const inpatientMetrics = [...new Set([cases, feePerCase, meanStayDays, casesPerPerson].flatMap(withSides))];
const ids = (metrics: readonly Metric[]) => metrics.map(({ id }) => id);

/** 机构: who was paid most, for how many cases, at what fee. Who is not listed stands together in a row. */
export const institutions: TableDefinition = {
  id: "institutions",
  cuts: [],
  choices: { list: institutionLists, ownership: ownershipChoices },
  questions: ({ scope }) => institutionQuestions(scope, { whole: [poolPay.id], inpatients: ids(inpatientMetrics) }),
  build: ([whole, inpatients], context) => {
    const { words } = context;
    const { title } = words.tables.institutions;
    const ownership = ownershipChoices.find((one) => one === context.choices?.ownership) ?? "any";
    const placed = placedInstitutions([whole!, inpatients!], context.institutions).filter(isThere);
    const owned = placed.filter((one) => isInGroup(one, { kind: "any", ownership }));
    const kinds = listedKinds(context.choices?.list);
    const own = owned.filter(({ kind }) => kinds.includes(kind)).sort(byPoolPay);
    const rest = institutionKinds
      .filter((kind) => !kinds.includes(kind))
      .map((kind) => restRow(owned, { kind, ownership }, context));
    const total: Row =
      ownership === "any"
        ? {
            id: "total",
            label: words.tables.total,
            role: "total",
            cells: cellsOf(whole!.total, inpatients!.total, {}, ""),
          }
        : { ...groupRow(owned, { kind: "any", ownership }), id: "total", label: words.tables.total, role: "total" };
    return {
      id: "institutions",
      title,
      columns: columnsOf(context),
      rows: [...own.map((one) => ownRow(one, context)), ...rest.flatMap((row) => row ?? []), total],
      notes: notesOf({ placed: placed.length, owned: owned.length, own: own.length, ownership }, context),
    };
  },
};

const isThere = ({ whole, inpatients }: PlacedInstitution) =>
  (whole !== null && hasAny(whole, poolPay.id)) || (inpatients !== null && hasAny(inpatients, cases.id));

const poolPayOf = ({ whole }: PlacedInstitution) => decimal(whole?.values[poolPay.id]?.value ?? "0");
const byPoolPay = (a: PlacedInstitution, b: PlacedInstitution) =>
  poolPayOf(b).comparedTo(poolPayOf(a)) || (a.code < b.code ? -1 : 1);

function columnsOf({ words }: TableContext): Column[] {
  const { columns } = words.tables.institutions;
  return [
    { id: "name", label: columns.name, kind: "text" },
    { id: "level", label: columns.level, kind: "text" },
    { id: "tier", label: columns.tier, kind: "text" },
    { id: "ownership", label: columns.ownership, kind: "text" },
    { id: "inpatient_cases", label: columns.inpatientCases, kind: "number" },
    { id: "cases_growth", label: columns.casesGrowth, kind: "number" },
    { id: "fee_per_case", label: columns.feePerCase, kind: "number" },
    { id: "fee_growth", label: columns.feeGrowth, kind: "number" },
    { id: "pool_pay", label: columns.poolPay, kind: "number" },
    { id: "change", label: columns.change, kind: "number" },
    { id: "mean_stay", label: columns.meanStay, kind: "number" },
    { id: "cases_per_person", label: columns.casesPerPerson, kind: "number" },
  ];
}

function ownRow(one: PlacedInstitution, context: TableContext): Row {
  const { words, institutions } = context;
  const known = institutions.get(one.code);
  const { ownership } = one;
  return {
    id: `${one.code}.${one.tier}`,
    label: known?.name ?? words.institutionPages.unnamed,
    role: "part",
    cells: {
      level: levelName(known?.hospitalLevel ?? null, context),
      tier: words.tiers[one.tier as keyof typeof words.tiers] ?? one.tier,
      ownership: ownership ? words.ownerships[ownership] : (known?.ownership ?? null),
      ...cellsOf(one.whole, one.kind === "with_inpatients" ? one.inpatients : null, {
        tier: [one.tier],
        institution: [one.code],
      }),
    },
    ...(known ? { path: institutionPath(one.code) } : {}),
  };
}

/** A level by its code, or as the list wrote it. */
export function levelName(level: string | null, { words }: Pick<TableContext, "words">): string | null {
  return level === null ? null : (words.hospitalLevels[level] ?? level);
}

function restRow(
  owned: readonly PlacedInstitution[],
  group: { kind: InstitutionKind; ownership: InstitutionGroup["ownership"] },
  { words }: TableContext,
): Row | null {
  const members = owned.filter((one) => isInGroup(one, group));
  if (members.length === 0) return null;
  return {
    ...groupRow(members, group),
    label: fill(words.tables.institutions.rest[group.kind], { count: members.length }),
    role: "rest",
  };
}

/** Several institutions as one row; each number says at its address how it was added up. */
function groupRow(members: readonly PlacedInstitution[], group: InstitutionGroup): Omit<Row, "label" | "role"> {
  const stays = members.flatMap(({ kind, inpatients }) => (kind === "with_inpatients" ? (inpatients ?? []) : []));
  const wholes = members.flatMap(({ whole }) => whole ?? []);
  const cells = cellsOf(
    together(wholes, [poolPay]),
    stays.length > 0 ? together(stays, inpatientMetrics) : null,
    {},
    groupText(group),
  );
  return { id: groupText(group), cells };
}

/** `group`: of several institutions added up. A row without inpatients leaves their columns empty. */
function cellsOf(
  whole: AnswerRow | null,
  inpatients: AnswerRow | null,
  where: Filter,
  group = "",
): Record<string, Quantity | null> {
  const extra = group ? { extra: { institutions: group } } : {};
  const added = (reading: Place["reading"]) => (group ? { reading } : {});
  const stay: Place = { where: { ...where, ...inpatient }, ...extra };
  const value = (metric: Metric) =>
    inpatients && quantity(inpatients.values, metric, { ...stay, ...added("together") });
  const grown = (metric: Metric) =>
    inpatients && { ...growthOf(inpatients, metric, stay), ...added("together_growth") };
  const place: Place = { where, ...extra };
  return {
    inpatient_cases: value(cases),
    cases_growth: grown(cases),
    fee_per_case: value(feePerCase),
    fee_growth: grown(feePerCase),
    pool_pay: whole && quantity(whole.values, poolPay, { ...place, ...added("together") }),
    change: whole && { ...changeOf(whole, poolPay, place), ...added("together_change") },
    mean_stay: value(meanStayDays),
    cases_per_person: value(casesPerPerson),
  };
}

interface Counts {
  readonly placed: number;
  readonly owned: number;
  readonly own: number;
  readonly ownership: InstitutionGroup["ownership"];
}

function notesOf({ placed, owned, own, ownership }: Counts, { words }: TableContext): string[] {
  const { institutions: texts, settledBasis } = words.tables;
  const notes = [texts.basis];
  if (ownership !== "any") {
    notes.push(fill(texts.owned, { ownership: words.ownerships[ownership], rest: placed - owned }));
  } else if (own === placed) notes.push(fill(texts.listedAll, { all: placed }));
  else notes.push(fill(texts.listed, { listed: own, rest: placed - own, all: placed }));
  return [...notes, settledBasis];
}
