import { type Decimal, decimal, sum } from "@/domain/money";
import { partCuts } from "@/figures/forecast/forecast";
import { type Address, type Expected, exact, type PrintedForecast, printedValue, ratio } from "./expected";

const yuan = (value: Decimal | string | null | undefined): Expected => ({
  value: typeof value === "string" ? decimal(value) : (value ?? null),
  unit: "yuan",
});
const percent = (value: Decimal | null): Expected => ({ value, unit: "percent" });
/** As the command rounds it. */
const rounded = (value: number | string | null | undefined, unit: "percent" | "chance" = "percent"): Expected => ({
  value: value == null ? null : decimal(value),
  unit,
  places: 6,
});
const less = (a: Decimal | null, b: Decimal | null) => (a && b ? a.minus(b) : null);

/** Every number of 全年预测 once more, from nothing but what `project --json` prints: the pages' own functions are not used. */
export async function forecastValue(address: Address): Promise<Expected> {
  const [item = "", ...of] = address.params.get("item")!.split(".");
  const printed = await address.forecast(partCuts.find((cut) => cut === of[0]));
  return values[item]!(printed, ...of);
}

const total = ({ headline }: PrintedForecast) => exact(headline?.total);
const available = ({ fund }: PrintedForecast) => exact(fund?.available);
const rest = (printed: PrintedForecast) => less(total(printed), exact(printed.paid));
const end = ({ intervals }: PrintedForecast, chance: string, side: "low" | "high") =>
  exact(intervals?.[Number(chance) as 80]?.[side]);
const method = ({ methods }: PrintedForecast, name: string) => exact(methods?.[name as "blend"]);
const monthOf = ({ path }: PrintedForecast, wanted: string) => path!.find((each) => each!.month === wanted)!;
const upTo = ({ path }: PrintedForecast, wanted: string) =>
  sum(path!.filter((each) => each!.month <= wanted).map((each) => decimal(each!.amount!)));
const partOf = ({ parts }: PrintedForecast, member: string) => parts!.rows.find((part) => part.member === member)!;
const growth = (now: Decimal | null, before: Decimal | null) => ratio(now, before)?.minus(1) ?? null;
const evidenceAt = ({ evidence }: PrintedForecast, known: string) =>
  evidence.by_known_months.find((each) => each.known_months === Number(known));

const values: Record<string, (printed: PrintedForecast, ...of: string[]) => Expected> = {
  total: (printed) => yuan(total(printed)),
  rest: (printed) => yuan(rest(printed)),
  late: ({ late_rows }) => yuan(late_rows),
  overrun: (printed) => yuan(less(total(printed), available(printed))),
  use: (printed) => percent(ratio(total(printed), available(printed))),
  low: (printed, chance) => yuan(end(printed, chance!, "low")),
  high: (printed, chance) => yuan(end(printed, chance!, "high")),
  use_low: (printed, chance) => percent(ratio(end(printed, chance!, "low"), available(printed))),
  use_high: (printed, chance) => percent(ratio(end(printed, chance!, "high"), available(printed))),
  chance: ({ probability }) => rounded(probability, "chance"),
  // The walk pulls no levers.
  moved: () => yuan("0"),
  method: (printed, name) => yuan(method(printed, name!)),
  method_use: (printed, name) => percent(ratio(method(printed, name!), available(printed))),
  method_overrun: (printed, name) => yuan(less(method(printed, name!), available(printed))),
  doubling: ({ doubling }) => yuan(doubling?.total),
  doubling_use: ({ doubling }) => rounded(doubling?.use),
  doubling_overrun: ({ doubling }) => yuan(doubling?.overrun),
  needed_mean: ({ fund }) => printedValue(fund?.needed?.monthly_mean, "yuan"),
  needed_change: ({ fund }) => rounded(fund?.needed?.change),
  break_even: ({ fund }) => rounded(fund?.break_even_share),
  month: (printed, month) => yuan(monthOf(printed, month!).amount),
  cumulated: (printed, month) => yuan(upTo(printed, month!)),
  fan_low: (printed, month, chance) => yuan(monthOf(printed, month!).ranges[Number(chance) as 80]?.low),
  fan_high: (printed, month, chance) => yuan(monthOf(printed, month!).ranges[Number(chance) as 80]?.high),
  seasonal: (printed, month) => yuan(monthOf(printed, month!).control_seasonal),
  completeness: ({ completeness }, month) => rounded(completeness.months.find((each) => each.month === month)?.share),
  line: ({ bridge }, line) => yuan(bridge?.lines[line as "volume"]),
  reached: ({ bridge }, line) => {
    const names = Object.keys(bridge!.lines);
    const passed = names.slice(0, names.indexOf(line!) + 1).map((name) => decimal(bridge!.lines[name as "volume"]!));
    return yuan(decimal(bridge!.available!).plus(sum(passed)));
  },
  part_total: (printed, _, member) => yuan(partOf(printed, member!).total),
  part_rest: (printed, _, member) => {
    const part = partOf(printed, member!);
    return yuan(less(exact(part.total), exact(part.paid)));
  },
  part_low: (printed, _, member) => yuan(partOf(printed, member!).interval_80?.low),
  part_high: (printed, _, member) => yuan(partOf(printed, member!).interval_80?.high),
  part_share: (printed, _, member) => percent(ratio(exact(partOf(printed, member!).total), total(printed))),
  part_growth: (printed, _, member) => {
    const part = partOf(printed, member!);
    return percent(growth(exact(part.total), exact(part.last_year)));
  },
  growth: (printed) => percent(growth(total(printed), exact(printed.last_year))),
  error: (printed, name, known) => {
    const evidence = evidenceAt(printed, known!);
    return rounded(name === "doubling" ? evidence?.mean_doubling_error : evidence?.mean_errors[name as "blend"]);
  },
  hit_rate: (printed, known) => rounded(evidenceAt(printed, known!)?.hit_rate),
};
