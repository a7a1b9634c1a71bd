import { FigureValue } from "@/components/FigureValue";
import { decimal } from "@/domain/money";
import { type Item, itemQuantity, type View } from "@/reports/projection/items";
import type { Writer } from "../writing";
import { written } from "./prose";

/** The end of the year as projected beside the one with levers pulled. */
export function LeverResult({ view, changed, writer }: { view: View; changed: View; writer: Writer }) {
  const { result: words } = writer.words.projection;
  const isPulled = changed.outcome.effects.length > 0;
  const rows: { label: string; items: readonly Item[]; signed?: boolean }[] = [
    { label: words.total, items: ["total"] },
    ...(view.outcome.fund
      ? ([
          { label: words.overrun, items: ["overrun"], signed: true },
          { label: words.use, items: ["use"] },
        ] as const)
      : []),
    { label: words.interval, items: ["low.80", "high.80"] },
    ...(view.outcome.fund ? [{ label: words.chance, items: ["chance"] as const }] : []),
  ];
  const columns = isPulled ? [view, changed] : [view];
  return (
    <table className="table compact lever-result" aria-live="polite">
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
        {rows.map(({ label, items, signed }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {columns.map((of, index) => (
              <td key={index === 0 ? "base" : "changed"} className="number">
                {items.map((item, place) => (
                  <span key={item}>
                    {place > 0 && "—"}
                    <Result of={of} item={item} signed={signed ?? false} writer={writer} />
                  </span>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Result({ of, item, signed, writer }: { of: View; item: Item; signed: boolean; writer: Writer }) {
  const quantity = itemQuantity(of, item, { signed });
  const isWorse = item === "overrun" && quantity.value !== null && decimal(quantity.value).greaterThan(0);
  return <FigureValue figure={written(quantity, writer, "table")} tone={isWorse ? "warning" : undefined} />;
}
