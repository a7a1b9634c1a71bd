import { sum } from "@/domain/money";
import { periodBetween } from "@/domain/period";
import { monthOf } from "@/domain/projection/input";
import type { ProjectedMonth } from "@/domain/projection/projection";
import linearProgress from "@/metrics/definitions/linear_progress";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { itemQuantity, type View } from "../projection/items";
import { baseView } from "../projection/table";
import type { Column, Content, Row, TableContext, TableDefinition } from "./define";
import { memberName } from "./members";

const bands = ["low95", "low80", "low50", "high50", "high80", "high95"] as const;

/** 逐月预测: the months that are known and those to come, added up, beside last year and the control lines. */
export const projectionPath: TableDefinition = {
  id: "projection_path",
  cuts: [],
  readsForecast: true,
  questions: () => [],
  build: (_, context) => {
    const { words } = context;
    const { title, columns, notes } = words.tables.projectionPath;
    const view = baseView(context);
    const learnt = view?.forecast.completeness.learnt ?? null;
    return {
      id: "projection_path",
      title,
      columns: [
        { id: "name", label: words.dimensions.month, kind: "text" },
        ...(Object.keys(columns) as (keyof typeof columns)[]).map(
          (id): Column => ({ id, label: columns[id], kind: id === "state" ? "text" : "number" }),
        ),
      ],
      rows: view
        ? [...view.forecast.projection.months.map((month) => rowOf(month, view, context)), totalRow(view, context)]
        : [],
      notes: [notes.bands, learnt ? notes.completeness : notes.noCompleteness, words.tables.settledBasis],
      fixedOrder: true,
    };
  },
};

function rowOf({ month, state }: ProjectedMonth, view: View, context: TableContext): Row {
  const { words } = context;
  return {
    id: month,
    label: memberName("month", month, context),
    role: "part",
    cells: {
      state: words.tables.projectionPath.states[state],
      now: itemQuantity(view, `month.${month}`),
      cumulated: itemQuantity(view, `cumulated.${month}`),
      ...(state === "known" ? {} : bandCells(month, view)),
      before: lastYearBy(month, view),
      linear: linearBy(month, view),
      ...(view.forecast.point.fund ? { seasonal: itemQuantity(view, `seasonal.${month}`) } : {}),
      ...(state === "projected" ? {} : { completeness: itemQuantity(view, `completeness.${month}`) }),
    },
  };
}

/** `low95` is `fan_low.2018-07.95`. */
function bandCells(month: string, view: View): Record<string, Content> {
  return Object.fromEntries(
    bands.map((band) => {
      const side = band.startsWith("low") ? "low" : "high";
      return [band, itemQuantity(view, `fan_${side}.${month}.${band.slice(side.length)}`)];
    }),
  );
}

/** Last year added up to the same month: actual figures; nothing where one of its months has no data. */
export function lastYearBy(month: string, { forecast: { input, year } }: View): Content {
  const months = input.history.find((prior) => prior.year === year - 1)?.months.slice(0, Number(month.slice(5)));
  const known = months?.filter((amount) => amount !== null);
  if (!months || known?.length !== months.length || months.length === 0) return null;
  const period = periodBetween(monthOf(year - 1, 1), monthOf(year - 1, months.length));
  return { metric: poolPay, value: sum(known).toString(), reason: null, unit: "yuan", period };
}

/** The control line at the end of a month: the available fund by twelfths. */
export function linearBy(month: string, { forecast: { point, year } }: View): Content {
  if (!point.fund) return null;
  const value = point.fund.available
    .times(Number(month.slice(5)))
    .div(12)
    .toString();
  const period = periodBetween(monthOf(year, 1), month);
  return { metric: linearProgress, value, reason: null, unit: "yuan", period, reading: "control_amount" };
}

function totalRow(view: View, { words }: TableContext): Row {
  return { id: "total", label: words.tables.total, role: "total", cells: { now: itemQuantity(view, "total") } };
}
