import { periodBetween } from "@/domain/period";
import { bridgeLines } from "@/domain/projection/bridge";
import { monthOf } from "@/domain/projection/input";
import availableFund from "@/metrics/definitions/available_fund_amount";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { itemQuantity, type View } from "../projection/items";
import { baseView, reportedPeriod } from "../projection/table";
import type { Quantity, Row, TableDefinition } from "./define";

/** 从可用基金到全年预计: why the year is expected to end elsewhere than the fund, line by line. */
export const projectionBridge: TableDefinition = {
  id: "projection_bridge",
  cuts: [],
  readsForecast: true,
  questions: () => [],
  build: (_, context) => {
    const { words } = context;
    const { title, columns, note, none } = words.tables.projectionBridge;
    const view = baseView(context);
    return {
      id: "projection_bridge",
      title,
      columns: [
        { id: "name", label: columns.name, kind: "text" },
        { id: "amount", label: columns.amount, kind: "number" },
        { id: "reached", label: columns.reached, kind: "number" },
        { id: "meaning", label: columns.meaning, kind: "text" },
      ],
      rows: view ? bridgeRows(view, words) : [],
      notes: [view?.forecast.point.bridge ? note : none, words.tables.settledBasis],
      fixedOrder: true,
    };
  },
};

/** What a bridge begins with: the available fund; where there is none, last year. */
export function bridgeStart({ forecast: { point, year, ...forecast } }: View): Quantity {
  const { start, available } = point.bridge!;
  const known = { value: available.toString(), reason: null, unit: "yuan" } as const;
  if (start === "available_fund") {
    return { ...known, metric: availableFund, period: reportedPeriod({ year, ...forecast }), unfiltered: true };
  }
  return { ...known, metric: poolPay, period: periodBetween(monthOf(year - 1, 1), monthOf(year - 1, 12)) };
}

function bridgeRows(view: View, words: Parameters<TableDefinition["build"]>[1]["words"]): Row[] {
  const { bridge } = view.forecast.point;
  if (!bridge) return [];
  const { available, lastYear, total, meanings } = words.tables.projectionBridge;
  const start = bridgeStart(view);
  const lines = bridgeLines.map(
    (line): Row => ({
      id: line,
      label: words.projectionWords.lines[line],
      role: "part",
      cells: {
        amount: itemQuantity(view, `line.${line}`, { signed: true }),
        reached: itemQuantity(view, `reached.${line}`),
        meaning: meanings[line],
      },
    }),
  );
  return [
    {
      id: "start",
      label: bridge.start === "available_fund" ? available : lastYear,
      role: "part",
      cells: { amount: start },
    },
    ...lines,
    { id: "total", label: total, role: "total", cells: { amount: itemQuantity(view, "total") } },
  ];
}
