import { methodNames } from "@/domain/projection/estimates";
import { fill } from "@/messages/fill";
import { itemQuantity } from "../projection/items";
import { baseView } from "../projection/table";
import type { Column, Row, TableDefinition } from "./define";

const shown = [...methodNames.toReversed(), "doubling"] as const;

/** 往年检验: how far off each method was in past years, by how many months were known. */
export const projectionRecord: TableDefinition = {
  id: "projection_record",
  cuts: [],
  readsForecast: true,
  questions: () => [],
  build: (_, context) => {
    const { words } = context;
    const { title, columns, known, note } = words.tables.projectionRecord;
    const view = baseView(context);
    const rows = (view?.forecast.record.whole ?? []).map(
      ({ knownMonths, years }): Row => ({
        id: String(knownMonths),
        label: fill(known, { months: knownMonths }),
        role: "part",
        cells: {
          years: String(years),
          ...Object.fromEntries(shown.map((method) => [method, itemQuantity(view!, `error.${method}.${knownMonths}`)])),
          hit_rate: itemQuantity(view!, `hit_rate.${knownMonths}`),
        },
      }),
    );
    return {
      id: "projection_record",
      title,
      columns: [
        { id: "name", label: columns.name, kind: "text" },
        { id: "years", label: columns.years, kind: "number" },
        ...shown.map((id): Column => ({ id, label: words.projectionWords.methods[id], kind: "number" })),
        { id: "hit_rate", label: columns.hitRate, kind: "number" },
      ],
      rows,
      notes: [
        note,
        rows.length > 0 && view?.forecast.record.lagReproduced
          ? words.projection.lagReproduced
          : words.projection.lagMissing,
      ],
    };
  },
};
