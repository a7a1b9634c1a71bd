import type { CurvePoint, Fan } from "@/components/charts/FanChart";
import { Decimal, zero } from "@/domain/money";
import { periodBetween } from "@/domain/period";
import type { Figure } from "@/figures/question";
import availableFundAmount from "@/metrics/definitions/available_fund_amount";
import linearProgress from "@/metrics/definitions/linear_progress";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { fanOf } from "../projection/fan";
import type { Writer } from "../writing";
import type { Overview } from "./askOverview";

export interface Curve {
  readonly thisYear: readonly CurvePoint[];
  readonly lastYear: readonly CurvePoint[];
  readonly available: CurvePoint | null;
  /** The control line's amount at the end of each month; empty without an available fund. */
  readonly control: readonly CurvePoint[];
  /** Where the year ends with 80% confidence; null where no point is named. */
  readonly fan: Fan | null;
}

/** Adds the months up. Every point is the payments from January to that month, and says so when asked. */
export function curveOf({ curve, whole, projection }: Overview, writer: Writer): Curve {
  const year = Number(curve.year);
  const available = whole.values.available_fund_amount?.value ?? null;
  return {
    thisYear: addUp(curve.thisYear, year, writer),
    lastYear: addUp(curve.lastYear, year - 1, writer),
    available:
      available === null ? null : { yuan: available, figure: writer.figure(whole.values, availableFundAmount, table) },
    control: available === null ? [] : controlLine(available, year, writer),
    fan: projection && fanOf(projection, [80], writer),
  };
}

const table = { form: "table" } as const;
const monthOf = (year: number, number: number) => `${year}-${String(number).padStart(2, "0")}`;

function addUp(months: readonly Figure[], year: number, writer: Writer): CurvePoint[] {
  let sum = zero;
  return months.map((month, index) => {
    sum = sum.plus(month.value ?? 0);
    const period = periodBetween(monthOf(year, 1), monthOf(year, index + 1));
    return { yuan: sum.toString(), figure: writer.value(sum, poolPay, { ...table, period }) };
  });
}

function controlLine(available: string, year: number, writer: Writer): CurvePoint[] {
  return Array.from({ length: 12 }, (_, index) => {
    const amount = new Decimal(available).times(index + 1).div(12);
    const period = periodBetween(monthOf(year, 1), monthOf(year, index + 1));
    const figure = writer.value(amount, linearProgress, { ...table, period, reading: "control_amount", unit: "yuan" });
    return { yuan: amount.toString(), figure };
  });
}
