import type { CurvePoint, Fan } from "@/components/charts/FanChart";
import { type Item, itemQuantity, type View } from "@/reports/projection/items";
import type { Content } from "@/reports/tables/define";
import type { Writer } from "../writing";
import { written } from "./prose";

export type FanChance = 50 | 80 | 95;

/** A number of a table as a point of a curve; nothing where there is none. */
export function pointOf(content: Content, writer: Writer): CurvePoint[] {
  if (content === null || typeof content === "string" || content.value === null) return [];
  return [{ yuan: content.value, figure: written(content, writer, "table") }];
}

const monthsIn = ({ forecast }: View, known: boolean) =>
  forecast.projection.months.filter(({ state }) => (state === "known") === known).map(({ month }) => month);

/** The year added up: the months that are known, or with `known` false those to come. */
export function pathOf(view: View, known: boolean, writer: Writer): CurvePoint[] {
  return monthsIn(view, known).flatMap((month) => pointOf(itemQuantity(view, `cumulated.${month}`), writer));
}

/** What the months to come are expected to bring, with the bands of `chances`, widest first; null where none are to come. */
export function fanOf(view: View, chances: readonly FanChance[], writer: Writer, changed?: View): Fan | null {
  const ahead = monthsIn(view, false);
  if (ahead.length === 0) return null;
  const points = (item: (month: string) => Item) =>
    ahead.flatMap((month) => pointOf(itemQuantity(view, item(month)), writer));
  const bands = chances.flatMap((chance) => {
    const low = points((month) => `fan_low.${month}.${chance}`);
    const high = points((month) => `fan_high.${month}.${chance}`);
    return low.length === ahead.length ? [{ chance, low, high }] : [];
  });
  return { bands, path: pathOf(view, false, writer), changed: changed && pathOf(changed, false, writer) };
}
