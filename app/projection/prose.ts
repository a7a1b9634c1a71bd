import type { Written } from "@/components/FigureValue";
import { type Decimal, decimal } from "@/domain/money";
import { type Item, itemQuantity, readItem, type View } from "@/reports/projection/items";
import type { Quantity } from "@/reports/tables/define";
import type { Form, Writer } from "../writing";

/** A number of a table in running text or beside a chart: with its unit, or bare in `table` form. */
export function written({ value, metric, reason, ...place }: Quantity, writer: Writer, form: Form = "prose"): Written {
  const text = writer.value(value, metric, { ...place, form });
  return value === null && reason ? { ...text, exact: writer.words.reasons[reason] ?? text.exact } : text;
}

/** A number of a projection in running text; with `bare` its sign is left to the words around it. */
export function say(view: View, item: Item, writer: Writer, { bare = false } = {}): Written {
  const quantity = itemQuantity(view, item);
  const value = bare && quantity.value !== null ? decimal(quantity.value).abs().toString() : quantity.value;
  return written({ ...quantity, value }, writer);
}

/** Whether a number of a projection is above zero; null without a value. */
export function isAbove(view: View, item: Item, than: Decimal | number = 0): boolean | null {
  const { value } = readItem(view, item);
  return value === null ? null : value.greaterThan(than);
}
