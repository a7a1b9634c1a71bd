import { type Decimal, decimal, roundToTotal, sum } from "@/domain/money";
import { type BridgeLine, bridgeLines } from "@/domain/projection/bridge";
import type { MethodName } from "@/domain/projection/estimates";
import type { LeverName, LeverValues } from "@/domain/projection/leverValues";
import { overrunProbability } from "@/domain/projection/projection";
import { intervalOf } from "@/domain/projection/spread";
import { type NamedForecast, type Outcome, outcomeOf } from "@/figures/forecast/outcome";
import type { Reason, Unit } from "@/metrics/define";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import type { Place, Quantity } from "../tables/define";

/** What numbers of a projection are read from: the forecast, and the end of its year with levers pulled. */
export interface View {
  readonly forecast: NamedForecast;
  readonly levers: LeverValues;
  readonly outcome: Outcome;
}

export const viewOf = (forecast: NamedForecast, levers: LeverValues = {}): View => ({
  forecast,
  levers,
  outcome: outcomeOf(forecast, levers),
});

type Chance = 50 | 80 | 95;

/** One kind of number: its unit, and how it is found. Arguments come from the address: `low.80`, `part_total.tier.county`. */
interface ItemKind {
  readonly unit: Unit;
  readonly read: (view: View, ...of: string[]) => Decimal | null;
  /** Why it has no value, where that is not the missing of an available fund. */
  readonly reason?: Reason;
}

const cents = (value: Decimal | null | undefined) => value?.toDecimalPlaces(2) ?? null;
const float = (value: number | null | undefined) => (value == null ? null : decimal(value));
const over = (a: Decimal | null, b: Decimal | null | undefined) => (a && b && !b.isZero() ? a.div(b) : null);
const less = (a: Decimal | null, b: Decimal | null | undefined) => (a && b ? a.minus(b) : null);

const availableOf = ({ forecast }: View) => forecast.point.fund?.available ?? null;
const methodTotal = ({ forecast }: View, name: string) => cents(forecast.projection.methods[name as MethodName]);
const monthAt = ({ forecast }: View, month: string) =>
  forecast.projection.months.findIndex((each) => each.month === month);
const endOf = ({ outcome: { end } }: View, chance: string, side: "low" | "high") =>
  cents(intervalOf(end.spread, Number(chance) as Chance)?.[side]);
const partOf = ({ forecast: { point } }: View, by: string, member: string) =>
  point.parts.by === by ? point.parts.parts.find(({ key }) => key === member) : undefined;
const evidenceAt = ({ forecast }: View, known: string) =>
  forecast.record.whole.find(({ knownMonths }) => knownMonths === Number(known));

/** Every number of a projection by its kind. A name and how it is worked out: messages `projectionItems`. */
export const itemKinds = {
  total: { unit: "yuan", read: ({ outcome }) => outcome.printed.total },
  rest: { unit: "yuan", read: ({ outcome }) => outcome.printed.total.minus(outcome.end.paid) },
  late: { unit: "yuan", reason: "no_data", read: ({ forecast }) => cents(forecast.projection.lateRows) },
  policy_mechanical: { unit: "yuan", read: ({ forecast }) => cents(forecast.projection.policy?.mechanical) },
  policy_behavioural: { unit: "yuan", read: ({ forecast }) => cents(forecast.projection.policy?.behavioural) },
  overrun: { unit: "yuan", read: (view) => less(view.outcome.printed.total, availableOf(view)) },
  use: { unit: "percent", read: (view) => over(view.outcome.printed.total, availableOf(view)) },
  low: { unit: "yuan", reason: "no_interval", read: (view, chance) => endOf(view, chance!, "low") },
  high: { unit: "yuan", reason: "no_interval", read: (view, chance) => endOf(view, chance!, "high") },
  use_low: { unit: "percent", read: (view, chance) => over(endOf(view, chance!, "low"), availableOf(view)) },
  use_high: { unit: "percent", read: (view, chance) => over(endOf(view, chance!, "high"), availableOf(view)) },
  chance: {
    unit: "chance",
    read: (view) => {
      const available = availableOf(view);
      return available && float(overrunProbability(view.outcome.end, available));
    },
  },
  /** What levers change of the projection. */
  moved: { unit: "yuan", read: ({ outcome, forecast }) => outcome.printed.total.minus(forecast.point.printed.total) },
  effect: { unit: "yuan", read: (view, name) => effectsOf(view).get(name as LeverName) ?? null },
  method: { unit: "yuan", reason: "too_little_history", read: (view, name) => methodTotal(view, name!) },
  method_use: { unit: "percent", read: (view, name) => over(methodTotal(view, name!), availableOf(view)) },
  method_overrun: { unit: "yuan", read: (view, name) => less(methodTotal(view, name!), availableOf(view)) },
  doubling: { unit: "yuan", read: ({ forecast }) => cents(forecast.doubling?.total) },
  doubling_use: { unit: "percent", read: ({ forecast }) => forecast.doubling?.use ?? null },
  doubling_overrun: { unit: "yuan", read: ({ forecast }) => cents(forecast.doubling?.overrun) },
  needed_mean: { unit: "yuan", read: ({ outcome }) => outcome.fund?.needed?.monthlyMean ?? null },
  needed_change: { unit: "percent", read: ({ outcome }) => outcome.fund?.needed?.change ?? null },
  break_even: { unit: "percent", read: ({ outcome }) => outcome.fund?.breakEvenShare ?? null },
  month: { unit: "yuan", read: (view, month) => view.outcome.printed.months[monthAt(view, month!)] ?? null },
  cumulated: {
    unit: "yuan",
    read: (view, month) => sum(view.outcome.printed.months.slice(0, monthAt(view, month!) + 1)),
  },
  fan_low: {
    unit: "yuan",
    reason: "no_interval",
    read: (view, month, chance) =>
      cents(view.forecast.point.fan[monthAt(view, month!)]?.ranges[Number(chance) as Chance]?.low),
  },
  fan_high: {
    unit: "yuan",
    reason: "no_interval",
    read: (view, month, chance) =>
      cents(view.forecast.point.fan[monthAt(view, month!)]?.ranges[Number(chance) as Chance]?.high),
  },
  seasonal: {
    unit: "yuan",
    read: (view, month) => cents(view.forecast.point.fund?.control[monthAt(view, month!)]?.seasonal),
  },
  completeness: {
    unit: "percent",
    reason: "too_few_imports",
    read: ({ forecast }, month) =>
      float(forecast.completeness.months.find((each) => each.month === month)?.share ?? null),
  },
  /** The level that the bridge stands on after a line. */
  reached: {
    unit: "yuan",
    read: ({ forecast: { point } }, line) => {
      const passed = bridgeLines.slice(0, bridgeLines.indexOf(line as BridgeLine) + 1);
      const { bridge } = point;
      return bridge === null ? null : bridge.available.plus(sum(passed.map((each) => bridge.lines[each])));
    },
  },
  line: { unit: "yuan", read: ({ forecast }, line) => forecast.point.bridge?.lines[line as BridgeLine] ?? null },
  part_total: { unit: "yuan", read: (view, by, member) => partOf(view, by!, member!)?.printed ?? null },
  part_rest: {
    unit: "yuan",
    read: (view, by, member) => less(partOf(view, by!, member!)?.printed ?? null, partOf(view, by!, member!)?.paid),
  },
  part_low: {
    unit: "yuan",
    reason: "no_own_projection",
    read: (view, by, member) => cents(partOf(view, by!, member!)?.interval?.low),
  },
  part_high: {
    unit: "yuan",
    reason: "no_own_projection",
    read: (view, by, member) => cents(partOf(view, by!, member!)?.interval?.high),
  },
  part_share: {
    unit: "percent",
    read: (view, by, member) => over(partOf(view, by!, member!)?.printed ?? null, view.forecast.point.printed.total),
  },
  part_growth: {
    unit: "percent",
    reason: "no_data",
    read: (view, by, member) => {
      const part = partOf(view, by!, member!);
      return over(part?.printed ?? null, part?.lastYear)?.minus(1) ?? null;
    },
  },
  growth: {
    unit: "percent",
    reason: "no_data",
    read: ({ outcome, forecast }) => over(outcome.printed.total, forecast.lastYear)?.minus(1) ?? null,
  },
  error: {
    unit: "percent",
    reason: "no_past_year",
    read: (view, method, known) => {
      const evidence = evidenceAt(view, known!);
      return float(method === "doubling" ? evidence?.meanDoublingError : evidence?.meanErrors[method as MethodName]);
    },
  },
  hit_rate: {
    unit: "percent",
    reason: "no_past_year",
    read: (view, known) => float(evidenceAt(view, known!)?.hitRate),
  },
} as const satisfies Record<string, ItemKind>;

export type ItemName = keyof typeof itemKinds;
/** A kind with its arguments, joined by dots: `low.80`. */
export type Item = ItemName | `${ItemName}.${string}`;

/** In 分, made to add up to what the levers change. */
export function effectsOf({ outcome, forecast }: View): ReadonlyMap<LeverName, Decimal> {
  const { effects } = outcome;
  const rounded = roundToTotal(effects.map(({ amount }) => amount));
  const missed = outcome.printed.total.minus(forecast.point.printed.total).minus(sum(rounded));
  return new Map(effects.map(({ name }, index) => [name, index === 0 ? rounded[0]!.plus(missed) : rounded[index]!]));
}

/** The kind that an address names with its arguments, or null. */
export function parseItem(text: string): { readonly name: ItemName; readonly of: readonly string[] } | null {
  const [name, ...of] = text.split(".");
  return name && Object.hasOwn(itemKinds, name) ? { name: name as ItemName, of } : null;
}

/** The number that an item names, with its unit. */
export function readItem(view: View, item: Item): { value: Decimal | null; unit: Unit } {
  const { name, of } = parseItem(item)!;
  const { unit, read } = itemKinds[name] as ItemKind;
  return { value: read(view, ...of), unit };
}

/** Why an item has no value. */
export function reasonOf({ forecast }: View, item: Item): Reason {
  const { reason } = itemKinds[parseItem(item)!.name] as ItemKind;
  return reason ?? forecast.availableFund.reason ?? "no_data";
}

/** A number of a projection to stand in a table: exact, asked again with the levers that it was read with. */
export function itemQuantity(view: View, item: Item, place: Place & { signed?: boolean } = {}): Quantity {
  const { value, unit } = readItem(view, item);
  return {
    ...place,
    metric: poolPay,
    value: value?.toString() ?? null,
    reason: value === null ? reasonOf(view, item) : null,
    unit,
    reading: "forecast",
    extra: { ...place.extra, item, ...view.levers },
  };
}
