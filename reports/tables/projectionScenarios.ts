import { type LeverValues, leverFields, leverNames } from "@/domain/projection/leverValues";
import { namesPoint } from "@/figures/forecast/outcome";
import type { SavedOutcome } from "@/figures/forecast/savedOutcomes";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";
import { monthInWords, periodInWords } from "@/messages/period";
import { itemQuantity, type View, viewOf } from "../projection/items";
import type { Column, Place, Row, TableContext, TableDefinition } from "./define";
import { overrunOf } from "./projectionMethods";

/** 方案比较: the end of the year without levers, with those of the address, and as saved. */
export const projectionScenarios: TableDefinition = {
  id: "projection_scenarios",
  cuts: [],
  readsForecast: true,
  questions: () => [],
  build: (_, context) => {
    const { words, projection, levers = {} } = context;
    const { title, columns, note } = words.tables.projectionScenarios;
    const forecast = projection?.forecast;
    const own = forecast && namesPoint(forecast) ? forecast : null;
    const rows: Row[] = [];
    if (own) rows.push(rowOf("base", words.projection.base, viewOf(own), context));
    if (own && leverNames.some((name) => levers[name])) {
      rows.push(rowOf("current", words.projection.current, viewOf(own, levers), context));
    }
    rows.push(...(projection?.saved ?? []).map((saved) => savedRow(saved, context)));
    const isText = (id: string) => ["name", "levers", "basis", "saved"].includes(id);
    return {
      id: "projection_scenarios",
      title,
      columns: (Object.keys(columns) as (keyof typeof columns)[]).map(
        (id): Column => ({ id, label: columns[id], kind: isText(id) ? "text" : "number" }),
      ),
      rows,
      notes: [note, words.tables.settledBasis],
      fixedOrder: true,
    };
  },
};

function rowOf(id: string, label: string, view: View, { words, scope, projection, language }: TableContext): Row {
  const { basis } = words.tables.projectionScenarios;
  const version = projection!.forecast.dataVersion;
  return {
    id,
    label,
    role: "part",
    cells: {
      ...cellsOf(view, {}),
      levers: leversInWords(view.levers, words, language),
      basis: fill(basis, { period: periodInWords(scope.period, language), version }),
    },
  };
}

function savedRow({ scenario, scope, forecast }: SavedOutcome, { words, language }: TableContext): Row {
  const { tables, projection } = words;
  const { id, name, levers, dataVersion, enteredBy, enteredAt } = scenario;
  const place: Place = { period: scope.period, extra: { as_of: String(dataVersion) }, unfiltered: true };
  return {
    id,
    label: name,
    role: "part",
    typed: ["name", "saved"],
    cells: {
      ...(forecast ? cellsOf(viewOf(forecast, levers), place) : {}),
      levers: leversInWords(levers, words, language),
      basis: fill(tables.projectionScenarios.basis, {
        period: periodInWords(scope.period, language),
        version: dataVersion,
      }),
      saved: fill(projection.savedBy, { name: enteredBy, date: enteredAt.slice(0, 10) }),
    },
  };
}

const cellsOf = (view: View, place: Place): Row["cells"] => ({
  total: itemQuantity(view, "total", place),
  moved: itemQuantity(view, "moved", { ...place, signed: true }),
  use: itemQuantity(view, "use", place),
  overrun: overrunOf(view, "overrun", place),
  low: itemQuantity(view, "low.80", place),
  high: itemQuantity(view, "high.80", place),
  chance: itemQuantity(view, "chance", place),
});

/** 县级住院人次−10%、住院次均费用−5%; nothing where no lever is set. */
export function leversInWords(levers: LeverValues, words: Messages, language: TableContext["language"]): string {
  const { levers: names, leverUnits, leverSaid } = words.projection;
  return leverNames
    .flatMap((name) => {
      const value = levers[name];
      if (!value) return [];
      const { unit } = leverFields[name];
      const said = unit === "month" ? monthInWords(value, language) : value.replace("-", "−").replace(/^(?=\d)/, "+");
      return [fill(leverSaid, { name: names[name], value: said, unit: leverUnits[unit] })];
    })
    .join(words.shell.and);
}
