import { roundHalfUp } from "@/domain/money";
import { partCuts } from "@/figures/forecast/forecast";
import { fill } from "@/messages/fill";
import { itemQuantity } from "../projection/items";
import { baseView, paidSoFar } from "../projection/table";
import type { Column, Row, TableDefinition } from "./define";
import { memberName } from "./members";

const figures = ["rest", "total", "share", "growth", "low", "high"] as const;

/** 全年预测分项: where the year ends by tier, class or status, brought to the projection of the whole. */
export const projectionParts: TableDefinition = {
  id: "projection_parts",
  cuts: partCuts,
  readsForecast: true,
  questions: () => [],
  build: (_, context) => {
    const { words } = context;
    const { title, columns, scale: scaleNote, disagree, parent } = words.tables.projectionParts;
    const view = baseView(context);
    const parts = view?.forecast.point.parts;
    const by = parts?.by ?? partCuts[0];
    const name = (member: string) => memberName(by, member, context);
    const rows = (parts?.parts ?? []).map(
      ({ key, paid }): Row => ({
        id: key,
        label: name(key),
        role: "part",
        cells: {
          paid: paidSoFar(view!.forecast, { where: { [by]: [key] } }, paid),
          ...Object.fromEntries(
            figures.map((figure) => [
              figure,
              itemQuantity(view!, `part_${figure}.${by}.${key}`, { signed: figure === "growth" }),
            ]),
          ),
        },
      }),
    );
    const borrowed = (parts?.parts ?? []).filter(({ source }) => source === "parent").map(({ key }) => name(key));
    return {
      id: "projection_parts",
      title,
      columns: [
        { id: "name", label: words.dimensions[by], kind: "text" },
        ...(["paid", ...figures] as const).map((id): Column => ({ id, label: columns[id], kind: "number" })),
      ],
      rows: view ? [...rows, totalRow(view, words.tables.total)] : [],
      notes: [
        ...(parts?.scale ? [fill(scaleNote, { scale: roundHalfUp(parts.scale, 4).toFixed(4) })] : []),
        ...(parts?.disagree ? [disagree] : []),
        ...(borrowed.length > 0 ? [fill(parent, { names: borrowed.join(words.shell.and) })] : []),
        words.tables.settledBasis,
      ],
    };
  },
};

function totalRow(view: NonNullable<ReturnType<typeof baseView>>, label: string): Row {
  return {
    id: "total",
    label,
    role: "total",
    cells: {
      paid: paidSoFar(view.forecast),
      rest: itemQuantity(view, "rest"),
      total: itemQuantity(view, "total"),
      growth: itemQuantity(view, "growth", { signed: true }),
      low: itemQuantity(view, "low.80"),
      high: itemQuantity(view, "high.80"),
    },
  };
}
