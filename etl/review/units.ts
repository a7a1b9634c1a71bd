import { literal } from "@/domain/sqlLiteral";
import type { Warehouse } from "@/warehouse/connection";
import type { StagedFile } from "../steps/fileOutcome";
import type { Found } from "./finding";
import type { RecentMonths } from "./recentMonths";

/** Fewer rows have no median worth a word. */
const fewestRows = 50;
/** Rows are looked at in blocks: a quarter of the file, within these bounds. */
const block = { least: fewestRows, most: 1000 };
/** Yuan: a median fee below the first is in 万元, above the last in 元 taken for 万元; between the others no file is doubted. */
const leastFee = 1;
const smallFee = 10;
const largeFee = 100_000;
const mostFee = 500_000;
/** Ten thousand, give or take what months differ by. */
const tenThousand = { least: 3000, most: 30_000 };
/** Fee and payment that differ by more are not in one unit. */
const sameUnit = 1000;

type Bound = `${"least" | "most"}_${"fee" | "pool"}`;
/**
 * What a block of rows holds: how many amounts above zero, their medians, the sums of the rows that are not held, and the
 * bounds of the amounts as written.
 */
type Block = Readonly<Record<"first" | "fees" | "payments" | "fee" | "pool" | "fee_sum" | "pool_sum" | Bound, number>>;

/**
 * Suspicion that amounts are in another unit than they say: the whole file against recent months or any visit, a column
 * against the other, blocks of rows against the rest in fee and payment alike, unless rows stand in the order of an
 * amount (L-308); 万元 in the header over values in 元 (L-309).
 */
export async function findUnitDoubts(
  warehouse: Warehouse,
  file: StagedFile,
  recent: RecentMonths | null,
): Promise<Found[]> {
  if (file.kind !== "settlements") return [];
  const blockRows = Math.min(block.most, Math.max(block.least, Math.ceil(file.table.rows / 4)));
  const blocks = (
    await warehouse.rows<Record<keyof Block, string>>(
      `select min(ordinal) as first, count(*) filter (where fee > 0) as fees, count(*) filter (where pool > 0) as payments,
         ${medianOf("fee")} as fee,
         ${medianOf("pool")} as pool,
         sum(fee) filter (where hold is null) as fee_sum, sum(pool) filter (where hold is null) as pool_sum,
         min(total_fee_amount) as least_fee, max(total_fee_amount) as most_fee, min(pool_pay_amount) as least_pool,
         max(pool_pay_amount) as most_pool
       from (select *, file_row_number as ordinal, abs(total_fee_amount) as fee, abs(pool_pay_amount) as pool
         from read_parquet(${literal(file.checked)}, file_row_number = true))
       group by ordinal // ${blockRows} order by first`,
    )
  ).map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value ?? 0)])) as Block);
  const rows = sumOf(blocks, "fees");
  if (rows < fewestRows) return [];
  const fee = middleOf(blocks.filter(({ fees }) => fees > 0).map((one) => one.fee));
  const pool = middleOf(blocks.filter(({ payments }) => payments > 0).map((one) => one.pool));
  const payments = sumOf(blocks, "payments");
  const refuse = (code: string, field: string, first: number[] = []): Found[] => [
    { code, severity: "refuse", field, rows: file.table.rows, first, details: { median: fee.toFixed(2) } },
  ];

  if (file.mapping.columns.get("total_fee")!.unit === "ten_thousand_yuan" && fee > mostFee)
    return refuse("L-309", "total_fee");
  if (fee < leastFee || (await isUnlike(recent, fee))) return refuse("L-308", "total_fee");
  if (payments * 2 > rows && fee > pool * sameUnit) return refuse("L-308", "pool_pay");
  // Two decimals of 万元 leave most payments zero: what is left of them is too little for the fees all the same.
  if (sumOf(blocks, "fee_sum") > sumOf(blocks, "pool_sum") * sameUnit && (await isTrifling(warehouse, file)))
    return refuse("L-308", "pool_pay");
  if (payments * 2 > rows && pool > fee * sameUnit) return refuse("L-308", "total_fee");
  if (isInOrder(blocks, "fee") || isInOrder(blocks, "pool")) return [];
  const odd = blocks.find(
    (one) =>
      one.fees >= fewestRows &&
      // In rows sorted before they were put together the smallest stand beside the largest: what no visit costs is enough.
      ((one.fee < leastFee && fee > smallFee) ||
        (isTenThousand(ratio(one.fee, fee)) &&
          // Two decimals of 万元 may leave no payment at all.
          (one.payments < fewestRows || isTenThousand(ratio(one.pool, pool))))),
  );
  return odd ? refuse("L-308", "total_fee", [odd.first]) : [];
}

/** The median fee is doubtful, and about ten thousand times that of recent months or a ten thousandth of it. */
async function isUnlike(recent: RecentMonths | null, fee: number): Promise<boolean> {
  if (fee >= smallFee && fee <= largeFee) return false;
  const usual = (await recent?.medianFee()) ?? null;
  return usual !== null && isTenThousand(fee < smallFee ? usual / fee : fee / usual);
}

/** The payments of the rows of a file that are not held are mostly below a yuan. */
async function isTrifling(warehouse: Warehouse, file: StagedFile): Promise<boolean> {
  const [payments] = await warehouse.rows<{ trifling: boolean | null }>(
    `select ${medianOf("abs(pool_pay_amount)")} < ${leastFee} as trifling
     from read_parquet(${literal(file.checked)}) where hold is null`,
  );
  return payments!.trifling ?? false;
}

/** SQL: the median of the amounts above zero, in yuan; of an even number the lower of the two in the middle. */
const medianOf = (amount: string) => `(quantile_disc(${amount}, 0.5) filter (where ${amount} > 0))`;
const isTenThousand = (ratio: number) => ratio > tenThousand.least && ratio < tenThousand.most;
const ratio = (a: number, b: number) => Math.max(a / b, b / a);

/** Every block begins where the one before it ended, or the other way round: somebody sorted the rows. Two blocks tell nothing. */
function isInOrder(blocks: readonly Block[], amount: "fee" | "pool"): boolean {
  if (blocks.length < 3 || blocks[0]![`least_${amount}`] === blocks.at(-1)![`most_${amount}`]) return false;
  const pairs = blocks.slice(1).map((after, i) => [blocks[i]!, after] as const);
  const rises = ([one, next]: readonly [Block, Block]) => one[`most_${amount}`] <= next[`least_${amount}`];
  return pairs.every(rises) || pairs.every(([one, next]) => rises([next, one]));
}

const sumOf = (blocks: readonly Block[], name: keyof Block) => blocks.reduce((sum, one) => sum + one[name], 0);

function middleOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
