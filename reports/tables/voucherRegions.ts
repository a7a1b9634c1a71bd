import type { Answer, AnswerRow, QuestionScope } from "@/figures/question";
import { fill } from "@/messages/fill";
import { monthInWords, periodInWords } from "@/messages/period";
import eVoucherRate from "@/metrics/definitions/e_voucher_settlement_rate";
import settlements from "@/metrics/definitions/settlements";
import { byRate, lastMonthOf, voucherCells, voucherColumns, voucherMetricIds } from "../vouchers/cells";
import { type Place, quantity, type Row, type TableContext, type TableDefinition } from "./define";
import { hasAny } from "./members";

/**
 * 医保电子凭证结算率 by county, from the highest: the regions that insured persons belong to, of every region whose
 * extracts are kept here. The last month of the scope, the month before, and the scope's whole period.
 */
export const voucherRegions: TableDefinition = {
  id: "voucher_regions",
  cuts: [],
  questions: (request) =>
    regionCodes(request).flatMap((region) => [
      { ...lastMonthOf({ ...request.scope, region }), by: ["region"], metrics: voucherMetricIds },
      { ...request.scope, region, compare: null, by: ["region"], metrics: [eVoucherRate.id] },
    ]),
  build: (answers, context) => {
    const { words, language, scope } = context;
    const { title, columns, note } = words.tables.voucherRegions;
    const codes = regionCodes(context);
    const pairs = codes.map((_, index) => answers.slice(index * 2, index * 2 + 2) as unknown as Pair);
    const rows = codes
      .flatMap((region, index) => pairs[index]![0].rows.map((row) => ({ region, pair: pairs[index]!, row })))
      .filter(({ row }) => hasAny(row, settlements.id))
      .sort((a, b) => byRate(a.row, b.row))
      .map(({ region, pair, row }) => memberRow(region, pair, row, context));
    const [month] = lastMonthOf(scope).period.months;
    return {
      id: "voucher_regions",
      title: fill(title, { month: monthInWords(month!, language) }),
      columns: [
        { id: "name", label: columns.name, kind: "text" },
        ...voucherColumns(words),
        {
          id: "cumulative",
          label: fill(columns.cumulative, { period: periodInWords(scope.period, language) }),
          kind: "number",
        },
      ],
      rows: codes.length === 1 && rows.length > 1 ? [...rows, totalRow(pairs[0]!, context)] : rows,
      notes: [note, words.tables.vouchers.basis],
    };
  },
};

/** The month with the one before it, and the whole period. */
type Pair = readonly [Answer, Answer];

const regionCodes = ({ scope, regions }: Pick<TableContext, "scope" | "regions">) =>
  regions ? [...regions.keys()] : [scope.region];

function memberRow(region: string, [, period]: Pair, row: AnswerRow, context: TableContext): Row {
  const { scope, words, regions } = context;
  const member = row.key.region ?? "";
  const place: Place = {
    where: { region: [member] },
    ...(region === scope.region ? {} : { region }),
  };
  const name = member === "unclassified" ? words.tiers.unclassified : (regions?.get(member) ?? member);
  const whole = period.rows.find(({ key }) => key.region === member);
  return {
    id: `${region}.${member}`,
    label: name,
    role: "part",
    typed: regions?.has(member) ? ["name"] : [],
    cells: cellsOf(row, whole, scope, place),
  };
}

const totalRow = ([month, period]: Pair, { scope, words }: TableContext): Row => ({
  id: "total",
  label: words.tables.total,
  role: "total",
  cells: cellsOf(month.total, period.total, scope, {}),
});

const cellsOf = (month: AnswerRow, whole: AnswerRow | undefined, scope: QuestionScope, place: Place): Row["cells"] => ({
  ...voucherCells(month, lastMonthOf(scope), place),
  cumulative: quantity(whole?.values, eVoucherRate, { ...place, period: scope.period }),
});
