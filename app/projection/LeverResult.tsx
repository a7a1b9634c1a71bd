import { FigureValue } from "@/components/FigureValue";
import { decimal } from "@/domain/money";
import { type Item, itemQuantity, type View } from "@/reports/projection/items";
import { leversInWords } from "@/reports/tables/projectionScenarios";
import type { Writer } from "../writing";
import { written } from "./prose";

/** The end of the year as projected beside the one with levers pulled. */
export function LeverResult({ view, changed, writer }: { view: View; changed: View; writer: Writer }) {
  const { result: words } = writer.words.projection;
  const isPulled = changed.outcome.effects.length > 0;
  const fund: [string, Item][] = [
    [words.overrun, "overrun"],
    [words.use, "use"],
    [words.chance, "chance"],
  ];
  const rows: [string, Item][] = [
    [words.total, "total"],
    [words.low, "low.80"],
    [words.high, "high.80"],
    ...(view.outcome.fund ? fund : []),
  ];
  const columns = isPulled ? [view, changed] : [view];
  return (
    <div className="lever-result" aria-live="polite">
      <table className="table compact">
        <thead>
          <tr>
            <th scope="col">{words.measure}</th>
            <th scope="col" className="number">
              {words.base}
            </th>
            {isPulled && (
              <th scope="col" className="number">
                {words.changed}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, item]) => (
            <tr key={item}>
              <th scope="row">{label}</th>
              {columns.map((of, index) => (
                <td key={index === 0 ? "base" : "changed"} className="number">
                  <Result of={of} item={item} writer={writer} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Effects changed={changed} writer={writer} />
    </div>
  );
}

function Result({ of, item, writer }: { of: View; item: Item; writer: Writer }) {
  const isOverrun = item === "overrun";
  const quantity = itemQuantity(of, item, { signed: isOverrun });
  const isWorse = isOverrun && quantity.value !== null && decimal(quantity.value).greaterThan(0);
  return <FigureValue figure={written(quantity, writer, "table")} tone={isWorse ? "warning" : undefined} />;
}

/** What each lever does, on top of those before it. */
function Effects({ changed, writer }: { changed: View; writer: Writer }) {
  const { words, language } = writer;
  const { effects } = changed.outcome;
  if (effects.length === 0) return null;
  return (
    <ul className="effects">
      {effects.map(({ name }) => (
        <li key={name}>
          {leversInWords({ [name]: changed.levers[name] }, words, language)}
          {words.projection.effectOf}
          <FigureValue figure={written(itemQuantity(changed, `effect.${name}`, { signed: true }), writer)} />
        </li>
      ))}
    </ul>
  );
}
