import type { Dimension } from "@/domain/dimensions";
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
  cause: async (address) => ({ value: (await causeOf(address)).amount, unit: "yuan" }),
  cause_share: async (address) => {
    const { amount, whole } = await causeOf(address);
    return { value: ratio(amount, whole), unit: "percent" };
  },
  growth_without: async (address) => ({ value: (await growthOfFees(address)).without, unit: "percent" }),
  influence: async (address) => {
    const { all, without } = await growthOfFees(address);
    return { value: all.minus(without), unit: "points" };
  },
};

/** The monthly mean so far, and the one that the rest of the year may have within the available fund. */
async function meansOfYear(address: Address): Promise<{ soFar: Decimal; needed: Decimal }> {
  const months = address.question.period.months.length;
  const spent = now(address.row, pay)!;
  const left = (await availableFund(address))!.minus(spent);
  return { soFar: spent.div(months), needed: left.div(12 - months) };
}

/** How fee per case grew, with every institution and without the one that the address leaves out. */
async function growthOfFees({ params, ask }: Address): Promise<{ all: Decimal; without: Decimal }> {
  const { rows } = await ask({ by: ["institution"], metrics: ["cases", "total_fee_amount"] });
  const growthOf = (own: readonly PrintedRow[]) => {
    const mean = (take: typeof now) => {
      const total = (metric: string) => sum(own.map((row) => take(row, metric) ?? zero));
      return total("total_fee_amount").div(total("cases"));
    };
    return mean(now).div(mean(then)).minus(1);
  };
  return {
    all: growthOf(rows),
    without: growthOf(rows.filter(({ key }) => key.institution !== params.get("without"))),
  };
}

const cellsOf: Readonly<Record<string, readonly Dimension[]>> = {
  tier: ["tier"],
  tier_and_status: ["tier", "hardship_status"],
  institution: ["tier", "institution"],
};

/**
 * What the causes of the address brought, over its cells or those of its tier: n cases, c fee per case, r payment per
 * yuan of fee, s share of all N cases; volume ΔN·s̄·p̄, mix (Δn − ΔN·s̄)·p̄ with p = c·r, price n̄·r̄·Δc, rate n̄·c̄·Δr.
 */
async function causeOf({ ask, params }: Address): Promise<{ amount: Decimal; whole: Decimal }> {
  const by = cellsOf[params.get("cells") ?? "tier"]!;
  const { rows } = await ask({ by, metrics: ["cases", "total_fee_amount", pay] });
  const mean = (a: Decimal, b: Decimal) => a.plus(b).div(2);
  const all = (take: typeof now) => sum(rows.map((row) => take(row, "cases") ?? zero));
  const [before, after] = [all(then), all(now)];
  const wanted = new Set(params.get("cause")?.split(","));
  const tier = /\btier:(\w+)/.exec(params.get("cell") ?? "")?.[1];
  const amounts = rows.map((row) => {
    const factors = (take: typeof now) => {
      const n = take(row, "cases") ?? zero;
      const fee = take(row, "total_fee_amount") ?? zero;
      return { n, c: ratio(fee, n), r: ratio(take(row, pay) ?? zero, fee) };
    };
    const [b, a] = [factors(then), factors(now)];
    const [c0, c1] = [b.c ?? a.c ?? zero, a.c ?? b.c ?? zero];
    const [r0, r1] = [b.r ?? a.r ?? zero, a.r ?? b.r ?? zero];
    const perCase = mean(c0.times(r0), c1.times(r1));
    const volume = after.minus(before).times(mean(b.n.div(before), a.n.div(after)));
    const causes: Record<string, Decimal> = {
      volume: volume.times(perCase),
      mix: a.n.minus(b.n).minus(volume).times(perCase),
      price: mean(b.n, a.n).times(mean(r0, r1)).times(c1.minus(c0)),
      rate: mean(b.n, a.n).times(mean(c0, c1)).times(r1.minus(r0)),
    };
    const own = Object.entries(causes).filter(([name]) => wanted.has(name));
    return { key: row.key, amount: sum(own.map(([, amount]) => amount)), change: change(row, pay) ?? zero };
  });
  return {
    amount: sum(amounts.filter(({ key }) => !tier || key.tier === tier).map(({ amount }) => amount)),
    whole: sum(amounts.map((cell) => cell.change)),
  };
}
