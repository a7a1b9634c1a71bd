import { type Decimal, decimal, sum, zero } from "@/domain/money";
import type { Question } from "@/figures/question";
import type { Unit } from "@/metrics/define";
import type { ReadingId } from "@/reports/tables/define";
import type { Printed, PrintedRow } from "./questions";

/** The address of a number that was worked out beyond its metric, with what it may be worked out from. */
export interface Address {
  readonly question: Question;
  readonly metric: string;
  readonly unit: Unit;
  /** The row that the address names. */
  readonly row: PrintedRow;
  readonly params: URLSearchParams;
  readonly ask: (question: Partial<Question>) => Promise<Printed>;
}

export interface Expected {
  readonly value: Decimal | null;
  readonly unit: Unit;
  /** Digits after the point to which the command rounded it; absent where it was worked out here from exact amounts. */
  readonly places?: number;
}

const exact = (text: string | null | undefined): Decimal | null => (text == null ? null : decimal(text));

/** A value as the command prints it. */
export const printedValue = (text: string | null | undefined, unit: Unit): Expected => ({
  value: exact(text),
  unit,
  places: text?.split(".")[1]?.length ?? 0,
});

/** a ÷ b, null where one is missing or b is zero. */
const ratio = (a: Decimal | null, b: Decimal | null) => (a && b && !b.isZero() ? a.div(b) : null);

const now = (row: PrintedRow, metric: string) => exact(row.values[metric]);
const then = (row: PrintedRow, metric: string) => exact(row.compare?.values[metric]);
const change = (row: PrintedRow, metric: string) => exact(row.compare?.change[metric]);

const pay = "pool_pay_amount";
const available = "available_fund_amount";

async function availableFund({ ask }: Address): Promise<Decimal | null> {
  return now((await ask({ where: {}, compare: null, by: [], metrics: [available] })).total, available);
}

/** Each reading once more, from nothing but what the command prints: the pages' own functions are not used. */
export const readingValues: Record<ReadingId, (address: Address) => Promise<Expected>> = {
  change: async ({ row, metric, unit }) =>
    printedValue(row.compare?.change[metric], unit === "percent" ? "points" : unit),
  growth: async ({ row, metric }) => printedValue(row.compare?.growth[metric], "percent"),
  share_of_change: async ({ row, ask }) => {
    const whole = await ask({ where: {}, by: [], metrics: [pay] });
    return { value: ratio(change(row, pay), change(whole.total, pay)), unit: "percent" };
  },
  monthly_mean: async ({ row, metric, unit, question }) => ({
    value: ratio(now(row, metric), decimal(question.period.months.length)),
    unit,
  }),
  exceeded: async (address) => {
    const left = now(address.row, pay)!.minus((await availableFund(address))!);
    return { value: left, unit: "yuan" };
  },
  needed_mean: async (address) => ({ value: (await meansOfYear(address)).needed, unit: "yuan" }),
  needed_cut: async (address) => {
    const { soFar, needed } = await meansOfYear(address);
    return { value: decimal(1).minus(needed.div(soFar)), unit: "percent" };
  },
  control_amount: async (address) => ({
    value: (await availableFund(address))!.times(address.question.period.months.length).div(12),
    unit: "yuan",
  }),
  volume_and_mix: async (address) => ({ value: (await volumeOf(address)).volume, unit: "yuan" }),
  price_and_rate: async (address) => {
    const { volume, whole } = await volumeOf(address);
    return { value: whole.minus(volume), unit: "yuan" };
  },
  growth_without: async ({ params, ask }) => {
    const fees = { by: ["institution"], metrics: ["cases", "total_fee_amount"] } as const;
    const { rows } = await ask(fees);
    const others = rows.filter(({ key }) => key.institution !== params.get("without"));
    const mean = (take: typeof now) => {
      const total = (metric: string) => sum(others.map((row) => take(row, metric) ?? zero));
      return ratio(total("total_fee_amount"), total("cases"))!;
    };
    const before = mean(then);
    return { value: mean(now).minus(before).div(before), unit: "percent" };
  },
};

/** The monthly mean so far, and the one that the rest of the year may have within the available fund. */
async function meansOfYear(address: Address): Promise<{ soFar: Decimal; needed: Decimal }> {
  const months = address.question.period.months.length;
  const spent = now(address.row, pay)!;
  const left = (await availableFund(address))!.minus(spent);
  return { soFar: spent.div(months), needed: left.div(12 - months) };
}

/** Σ over cells of Δcases × the mean of both years' payment per case: what volume and mix bring together. */
async function volumeOf({ ask, row }: Address): Promise<{ volume: Decimal; whole: Decimal }> {
  const { rows } = await ask({ by: ["tier", "hardship_status"], metrics: ["cases", pay] });
  const parts = rows.map((cell) => {
    const [casesThen, casesNow] = [then(cell, "cases") ?? zero, now(cell, "cases") ?? zero];
    const perCaseThen = ratio(then(cell, pay), casesThen);
    const perCaseNow = ratio(now(cell, pay), casesNow);
    const perCase = sum([perCaseThen ?? perCaseNow ?? zero, perCaseNow ?? perCaseThen ?? zero]).div(2);
    return casesNow.minus(casesThen).times(perCase);
  });
  return { volume: sum(parts), whole: change(row, pay)! };
}
