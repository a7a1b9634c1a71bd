import type { Dimension } from "@/domain/dimensions";
import { ownershipOf } from "@/domain/institution";
import { type Decimal, decimal, sum, zero } from "@/domain/money";
import { metricOf } from "@/figures/answer";
import type { Filter, Question } from "@/figures/question";
import { measuresOf } from "@/metrics/define";
import type { ReadingId } from "@/reports/tables/define";
import { type Address, type Expected, exact, printedValue, ratio } from "./expected";
import { forecastValue } from "./forecastValues";
import type { PrintedRow } from "./questions";

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
  growth_without: async (address) => ({
    // Where nobody explains a growth, nobody is left out and there is no value.
    value: address.params.has("without") ? (await growthOfFees(address)).without : null,
    unit: "percent",
  }),
  influence: async (address) => {
    const { all, without } = await growthOfFees(address);
    return { value: all.minus(without), unit: "points" };
  },
  together: async (address) => ({ value: (await ofGroup(address)).after, unit: address.unit }),
  together_before: async (address) => ({ value: (await ofGroup(address)).before, unit: address.unit }),
  together_change: async (address) => {
    const { after, before } = await ofGroup(address);
    return {
      value: after && before && after.minus(before),
      unit: address.unit === "percent" ? "points" : address.unit,
    };
  },
  together_growth: async (address) => {
    const { after, before } = await ofGroup(address);
    return { value: ratio(after && before && after.minus(before), before), unit: "percent" };
  },
  against_tier: async (address) => {
    const { institution, ...where } = address.question.where;
    const [own, tier] = [await exactly(address, {}), await exactly(address, { where })];
    return { value: ratio(own, tier)?.minus(1) ?? null, unit: "percent" };
  },
  share_in: async (address) => {
    const whole = await address.ask({ where: baseOf(address), by: [], metrics: [address.metric] });
    return { value: ratio(now(address.row, address.metric), now(whole.total, address.metric)), unit: "percent" };
  },
  share_of_change_in: async (address) => {
    const whole = await address.ask({ where: baseOf(address), by: [], metrics: [address.metric] });
    return { value: ratio(change(address.row, address.metric), change(whole.total, address.metric)), unit: "percent" };
  },
  forecast: forecastValue,
  of_days: async ({ metric, unit, params, onDays }) => {
    const totals = await onDays(params.get("days")!);
    return { value: divided(sidesOf(metric), (id) => totals[id]!), unit };
  },
  of_days_change: async ({ metric, params, onDays }) => {
    const days = params.get("days")!;
    const from = days.slice(0, 10);
    const back = params.get("step") === "week" ? 7 : 1;
    const earlier = back === 7 ? `${daysBefore(from, 7)}..${daysBefore(from, 1)}` : daysBefore(from, 1);
    const [now, before] = [await onDays(days), await onDays(earlier)].map((totals) =>
      divided(sidesOf(metric), (id) => totals[id]!),
    );
    return { value: now && before ? now.minus(before) : null, unit: "points" };
  },
  distance_to_line: async (address) => {
    const rate = await exactly(address, {});
    return { value: rate?.minus(policyLine) ?? null, unit: "points" };
  },
};

const daysBefore = (day: string, count: number) =>
  new Date(Date.parse(day) - count * 86_400_000).toISOString().slice(0, 10);

/** The line of the demo county, as its settings have it. */
const policyLine = decimal("0.9");

/** `base=visit_class:inpatient,tier:county+city` as a filter. */
const baseOf = ({ params }: Address): Filter =>
  Object.fromEntries(
    (params.get("base") ?? "").split(",").flatMap((part) => {
      const [name, member] = part.split(":");
      return member ? [[name, member.split("+")]] : [];
    }),
  );

/** The measures that a metric is divided from, or itself: what the command prints of them is exact. */
function sidesOf(id: string): readonly [string] | readonly [string, string] {
  const metric = metricOf(id);
  if (metric.kind === "measure" || metric.formula.op !== "divide" || "constant" in metric.formula.by) return [id];
  return [metric.formula.of.metric.id, metric.formula.by.metric.id];
}

const divided = (sides: readonly string[], take: (id: string) => Decimal | null) =>
  sides.length === 1 ? take(sides[0]!) : ratio(take(sides[0]!), take(sides[1]!));

/** The metric of the address in another scope, with all its digits. */
async function exactly({ ask, metric }: Address, other: Partial<Question>): Promise<Decimal | null> {
  const sides = sidesOf(metric);
  const { total } = await ask({ by: [], ...other, metrics: sides });
  return divided(sides, (id) => now(total, id));
}

/** The metric of the institutions that the address names as a group (`village_clinic.public`), added up, then divided. */
async function ofGroup({ ask, metric, params, question, institutions }: Address) {
  const [kind, ownership] = params.get("institutions")!.split(".");
  const sides = sidesOf(metric);
  const by: readonly Dimension[] = ["tier", "institution"];
  const [{ rows }, stays] = await Promise.all([
    ask({ by, metrics: sides }),
    ask({ by, where: { ...question.where, visit_class: ["inpatient"] }, metrics: ["cases"] }),
  ]);
  const place = ({ key }: PrintedRow) => `${key?.tier} ${key?.institution}`;
  const isSome = (value: Decimal | null) => value !== null && !value.isZero();
  const withStays = new Set(
    stays.rows.filter((row) => isSome(now(row, "cases")) || isSome(then(row, "cases"))).map(place),
  );
  const group = rows.filter((row) => {
    const known = institutions.get(row.key.institution ?? "");
    const own = withStays.has(place(row)) ? "with_inpatients" : known?.villageClinic ? "village_clinic" : "other";
    const owner = ownershipOf(known?.ownership ?? null);
    return (kind === "any" || kind === own) && (ownership === "any" || ownership === owner);
  });
  // Who went to two institutions would count twice.
  if (measuresOf(metricOf(metric)).some((measure) => measure.total === "distinct"))
    return { after: null, before: null };
  const total = (take: typeof now) => divided(sides, (id) => sum(group.map((row) => take(row, id) ?? zero)));
  return { after: total(now), before: total(then) };
}

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
