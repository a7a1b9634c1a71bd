import { decimal } from "@/domain/money";
import { type MethodName, methodNames } from "@/domain/projection/estimates";
import { fill } from "@/messages/fill";
import { type Item, itemQuantity, type View } from "../projection/items";
import { baseView } from "../projection/table";
import type { Column, Content, Place, Row, TableDefinition } from "./define";

/** 全年预测各方法: what every method says of the year, the one that is used first, 简单翻倍 beside them. */
export const projectionMethods: TableDefinition = {
  id: "projection_methods",
  cuts: [],
  readsForecast: true,
  questions: () => [],
  build: (_, context) => {
    const { words } = context;
    const { title, columns, notes } = words.tables.projectionMethods;
    const view = baseView(context);
    const years = view?.forecast.record.years.length ?? 0;
    return {
      id: "projection_methods",
      title,
      columns: (Object.keys(columns) as (keyof typeof columns)[]).map(
        (id): Column => ({ id, label: columns[id], kind: id === "name" || id === "how" ? "text" : "number" }),
      ),
      rows: view ? rowsOf(view, words) : [],
      notes: [
        notes.why,
        notes.interval,
        years > 0 ? fill(notes.error, { years }) : notes.noError,
        words.tables.settledBasis,
      ],
      fixedOrder: true,
    };
  },
};

function rowsOf(view: View, { projectionWords: words }: Parameters<TableDefinition["build"]>[1]["words"]): Row[] {
  const { headline, methods } = view.forecast.projection;
  const used: Row = {
    id: "headline",
    label: words.headline[headline],
    role: "part",
    cells: {
      ...cellsOf(view, "total", "use", "overrun"),
      low: itemQuantity(view, "low.80"),
      high: itemQuantity(view, "high.80"),
      error: errorOf(view, "blend"),
      how: headline === "blend" ? words.methodHow.blend : null,
    },
  };
  const others = methodNames
    .filter((name) => name !== "blend")
    .map(
      (name): Row => ({
        id: name,
        label: words.methods[name],
        role: "part",
        cells: {
          ...cellsOf(view, `method.${name}`, `method_use.${name}`, `method_overrun.${name}`),
          // Without a number there is nothing to test.
          ...(methods[name] === null ? {} : { error: errorOf(view, name) }),
          how: words.methodHow[name],
        },
      }),
    );
  const doubling: Row = {
    id: "doubling",
    label: words.methods.doubling,
    role: "part",
    cells: {
      ...cellsOf(view, "doubling", "doubling_use", "doubling_overrun"),
      error: errorOf(view, "doubling"),
      how: words.methodHow.doubling,
    },
  };
  return [used, ...others, doubling];
}

const cellsOf = (view: View, total: Item, use: Item, overrun: Item): Record<string, Content> => ({
  total: itemQuantity(view, total),
  use: itemQuantity(view, use),
  overrun: overrunOf(view, overrun),
});

/** Beyond the fund is worse than its line. */
export function overrunOf(view: View, item: Item, place: Place = {}): Content {
  const quantity = itemQuantity(view, item, { ...place, signed: true });
  return { ...quantity, warning: quantity.value !== null && decimal(quantity.value).greaterThan(0) };
}

function errorOf(view: View, method: MethodName | "doubling"): Content {
  return itemQuantity(view, `error.${method}.${view.forecast.projection.knownMonths}`);
}
