import { listReportedMonths } from "@/db/queries/listReportedMonths";
import { settledMonths } from "@/domain/factFile";
import { sum, zero } from "@/domain/money";
import { type Month, periodBetween } from "@/domain/period";
import type { CellMonth } from "@/domain/projection/cells";
import type { MonthlyAmounts } from "@/domain/projection/priorYears";
import { inOrder, keyId, requestId } from "@/figures/cells";
import type { Publication } from "@/figures/publication";
import type { Key, QuestionScope } from "@/figures/question";
import { readCells } from "@/figures/readCells";
import cases from "@/metrics/definitions/cases";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import totalFee from "@/metrics/definitions/total_fee_amount";
import { emptinessCounts, settlementRowsId } from "@/metrics/emptiness";
import { type Grain, grainOf } from "@/metrics/grains";
import { spanOf } from "@/metrics/span";

/** What the cells of a scope had month by month. A cell without rows in a month with data had nothing in it. */
export interface MonthlyCells<Amounts = CellMonth> {
  /**
   * The months of which settlements of the region's scheme were reported, ascending: in the others nothing is known, which
   * is not 0, or only what came late with another month's file.
   */
  readonly months: readonly Month[];
  readonly cells: readonly { readonly key: Key; readonly months: ReadonlyMap<Month, Amounts> }[];
}

const nothing: CellMonth = { cases: zero, fee: zero, pay: zero };

/** Every month up to `through` by the cells of a cut, from stored totals where the cut is stored. */
export async function readMonthlyCells(
  publication: Publication,
  { scheme, where: { month: _, ...where } }: Pick<QuestionScope, "scheme" | "where">,
  cut: Grain,
  through: Month,
): Promise<MonthlyCells> {
  const { database, version, region } = publication;
  const reported = await listReportedMonths(database, { version, region });
  const spans = settledMonths(publication.source.files, region)
    .filter((month) => month <= through && publication.hasData(month) && (reported?.has(month) ?? true))
    .map((month) => ({ month, span: spanOf(periodBetween(month, month), publication.hasData) }));
  const requests = spans.map(({ month, span }) => ({
    month,
    asked: { span, by: grainOf(cut), where, measures: [cases, totalFee, poolPay] },
    whole: { span, by: [], where: {}, measures: emptinessCounts.filter(({ id }) => id === settlementRowsId) },
  }));
  const both = requests.flatMap(({ asked, whole }) => [asked, whole]);
  const book = await readCells(publication, scheme, both);
  const months: Month[] = [];
  const cells = new Map<string, { key: Key; months: Map<Month, CellMonth> }>();
  for (const { month, asked, whole } of requests) {
    const rows = book.get(requestId(whole))?.get("")?.amounts.get(settlementRowsId) ?? zero;
    if (rows.isZero()) continue;
    months.push(month);
    for (const { key, amounts } of book.get(requestId(asked))?.values() ?? []) {
      const amount = ({ id }: { id: string }) => amounts.get(id) ?? zero;
      const found = cells.get(keyId(key)) ?? { key, months: new Map<Month, CellMonth>() };
      found.months.set(month, { cases: amount(cases), fee: amount(totalFee), pay: amount(poolPay) });
      cells.set(keyId(key), found);
    }
  }
  return { months, cells: [...cells.values()].sort((a, b) => inOrder(cut)(a.key, b.key)) };
}

/** Payments of the members of a dimension in their fixed order, of the whole for null; by member, the whole under "". */
export function paidBy(
  { months, cells }: MonthlyCells<Pick<CellMonth, "pay">>,
  dimension: keyof Key | null,
): ReadonlyMap<string, MonthlyAmounts> {
  const members = dimension === null ? [""] : membersOf(cells, dimension);
  return new Map(
    members.map((member) => {
      const own = dimension === null ? cells : cells.filter(({ key }) => (key[dimension] ?? "") === member);
      return [
        member,
        new Map(months.map((month) => [month, sum(own.map((cell) => cell.months.get(month)?.pay ?? zero))])),
      ];
    }),
  );
}

function membersOf(cells: readonly { readonly key: Key }[], dimension: keyof Key): string[] {
  const members = new Set(cells.map(({ key }) => key[dimension] ?? ""));
  return [...members].sort((a, b) => inOrder([dimension])({ [dimension]: a }, { [dimension]: b }));
}

/** The cells' own months, from January of a year; null where the month has no data. */
export function cellYear(
  { months }: MonthlyCells,
  own: ReadonlyMap<Month, CellMonth>,
  wanted: readonly Month[],
): (CellMonth | null)[] {
  const known = new Set(months);
  return wanted.map((month) => (known.has(month) ? (own.get(month) ?? nothing) : null));
}

/** Fewer cases a month than this are too few to have a course of their own. */
const fewestCases = 30;

/** Whether a member had enough cases in the last twelve of its months to tell its seasons from chance. */
export function hasOwnCourse({ months, cells }: MonthlyCells, dimension: keyof Key, member: string): boolean {
  const lastTwelve = months.slice(-12);
  const own = cells.filter(({ key }) => (key[dimension] ?? "") === member);
  const cases = sum(own.flatMap((cell) => lastTwelve.map((month) => cell.months.get(month)?.cases ?? zero)));
  return cases.greaterThanOrEqualTo(fewestCases * lastTwelve.length);
}
