import { Waterfall, type WaterfallBar } from "@/components/charts/Waterfall";
import { FigureValue } from "@/components/FigureValue";
import { bridgeLines } from "@/domain/projection/bridge";
import { fill } from "@/messages/fill";
import { itemQuantity, type View } from "@/reports/projection/items";
import { bridgeStart } from "@/reports/tables/projectionBridge";
import type { Writer } from "../writing";
import { written } from "./prose";

/** From the available fund to the projected year, line by line; lines without an amount stand in the table alone. */
export function BridgeChart({ view, writer }: { view: View; writer: Writer }) {
  const { bridge } = view.forecast.point;
  if (!bridge) return null;
  const { words } = writer;
  const { available, lastYear, total, title } = words.tables.projectionBridge;
  const { lines: names } = words.projectionWords;
  const lines = bridgeLines.filter((line) => !bridge.lines[line].isZero());
  let reached = bridge.available;
  const steps = lines.map((line): WaterfallBar => {
    const from = reached;
    reached = reached.plus(bridge.lines[line]);
    return {
      id: line,
      kind: "step",
      label: names[line],
      from: from.toString(),
      to: reached.toString(),
      value: <FigureValue figure={written(itemQuantity(view, `line.${line}`, { signed: true }), writer, "table")} />,
    };
  });
  const level = (id: "before" | "now", label: string, quantity: ReturnType<typeof bridgeStart>): WaterfallBar => ({
    id,
    kind: id,
    label,
    from: "0",
    to: quantity.value ?? "0",
    value: <FigureValue figure={written(quantity, writer, "table")} />,
  });
  const start = bridge.start === "available_fund" ? available : lastYear;
  return (
    <Waterfall
      bars={[level("before", start, bridgeStart(view)), ...steps, level("now", total, itemQuantity(view, "total"))]}
      summary={fill(words.projection.bridgeSummary, {
        title,
        lines: lines.map((line) => names[line]).join(words.shell.and),
      })}
    />
  );
}
