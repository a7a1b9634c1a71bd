import type { AnswerRow } from "@/figures/question";
import { together } from "@/figures/together";
import { fill } from "@/messages/fill";
import { monthInWords } from "@/messages/period";
import settlements from "@/metrics/definitions/settlements";
import {
  groupText,
  type InstitutionKind,
  institutionKinds,
  institutionLists,
  institutionQuestions,
  listedKinds,
  type PlacedInstitution,
  placedInstitutions,
} from "../institutions/group";
import { byRate, lastMonthOf, voucherCells, voucherColumns, voucherMetricIds, voucherMetrics } from "../vouchers/cells";
import type { Row, TableContext, TableDefinition } from "./define";
import { hasAny, institutionPath } from "./members";

/** 医保电子凭证结算率 by institution, from the highest: the last month of the scope beside the one before. */
export const voucherInstitutions: TableDefinition = {
  id: "voucher_institutions",
  cuts: [],
  choices: { list: institutionLists },
  questions: ({ scope }) => institutionQuestions(lastMonthOf(scope), { whole: voucherMetricIds, inpatients: [] }),
  build: ([whole, inpatients], context) => {
    const { words, language, scope } = context;
    const { title, columns, notes } = words.tables.voucherInstitutions;
    const kinds = listedKinds(context.choices?.list);
    const placed = placedInstitutions([whole!, inpatients!], context.institutions).filter(settles);
    const own = placed.filter(({ kind }) => kinds.includes(kind)).sort((a, b) => byRate(a.whole, b.whole));
    const rest = institutionKinds
      .filter((kind) => !kinds.includes(kind))
      .flatMap((kind) => restRow(placed, kind, context));
    const month = lastMonthOf(scope);
    const total: Row = {
      id: "total",
      label: words.tables.total,
      role: "total",
      cells: voucherCells(whole!.total, month, {}),
    };
    return {
      id: "voucher_institutions",
      title: fill(title, { month: monthInWords(month.period.months[0]!, language) }),
      columns: [
        { id: "name", label: columns.name, kind: "text" },
        { id: "tier", label: columns.tier, kind: "text" },
        ...voucherColumns(words),
      ],
      rows: [...own.map((one) => ownRow(one, context)), ...rest, total],
      notes: [
        fill(notes.listed, { listed: own.length, rest: placed.length - own.length, all: placed.length }),
        words.tables.vouchers.basis,
      ],
    };
  },
};

type Settling = PlacedInstitution & { readonly whole: AnswerRow };

const settles = (one: PlacedInstitution): one is Settling => one.whole !== null && hasAny(one.whole, settlements.id);

function ownRow({ code, tier, whole }: Settling, { words, institutions, scope }: TableContext): Row {
  const known = institutions.get(code);
  return {
    id: `${code}.${tier}`,
    label: known?.name ?? words.institutionPages.unnamed,
    role: "part",
    cells: {
      tier: words.tiers[tier as keyof typeof words.tiers] ?? tier,
      ...voucherCells(whole, lastMonthOf(scope), { where: { tier: [tier], institution: [code] } }),
    },
    ...(known ? { path: institutionPath(code) } : {}),
  };
}

/** Institutions that are not listed, added up in one row. */
function restRow(placed: readonly Settling[], kind: InstitutionKind, { words, scope }: TableContext): Row[] {
  const members = placed.filter((one) => one.kind === kind);
  if (members.length === 0) return [];
  const institutions = groupText({ kind, ownership: "any" });
  const added = together(
    members.map(({ whole }) => whole),
    voucherMetrics,
  );
  return [
    {
      id: institutions,
      label: fill(words.tables.institutions.rest[kind], { count: members.length }),
      role: "rest",
      cells: voucherCells(added, lastMonthOf(scope), { reading: "together", extra: { institutions } }),
    },
  ];
}
