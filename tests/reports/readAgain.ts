import { readReading } from "@/app/readings";
import { baseText, cellText, type Scope } from "@/app/scope";
import type { Shown } from "@/app/shown";
import { Writer } from "@/app/writing";
import type { Dimension } from "@/domain/dimensions";
import type { FactFile } from "@/domain/factFile";
import { decimal } from "@/domain/money";
import { answerCell } from "@/figures/answer";
import type { Content, Quantity, Table } from "@/reports/tables/define";
import type { TemporaryInstallation } from "@/tests/setup/installation";

export const isQuantity = (content: Content | undefined): content is Quantity =>
  content != null && typeof content !== "string";

/** The content of a cell: the exact number, the text, or nothing. */
export function valueAt(table: Table, row: string, column: string): string | null | undefined {
  const content = table.rows.find(({ id }) => id === row)!.cells[column];
  return isQuantity(content) ? content.value : content;
}

const digits = (exact: { toString(): string } | null) => exact && decimal(exact.toString()).toFixed(12);

/** Asks every number of a table again at its address alone, as the dialog does: pairs of (shown, found), twelve digits. */
export async function askedAgain(
  installation: TemporaryInstallation,
  files: readonly FactFile[],
  scope: Scope,
  table: Table,
): Promise<{ shown: unknown[]; found: unknown[]; words: string }[]> {
  const pairs = [];
  for (const { id, cells } of table.rows) {
    for (const [column, quantity] of Object.entries(cells)) {
      if (!isQuantity(quantity)) continue;
      const {
        reading,
        metric,
        where,
        cell = {},
        period,
        compare = null,
        unfiltered,
        base,
        extra,
        unit,
        value,
      } = quantity;
      const place = { ...scope, where: { ...(unfiltered ? {} : scope.where), ...where } };
      const own = period ? { ...place, period, compare } : place;
      const by = Object.keys(cell) as Dimension[];
      const row = await answerCell(installation, { ...own, by, metrics: [metric.id] }, cell);
      const shown = { installation, scope: own, files, region: { name: "" } } as unknown as Shown;
      const params = {
        ...extra,
        cell: by.length > 0 ? cellText(cell) : undefined,
        base: base && (baseText(base) || undefined),
      };
      const writer = new Writer(own, "zh-CN");
      const again = reading
        ? await readReading(reading, { shown, writer, metric, row, params })
        : { value: row.values[metric.id]!.value, unit: metric.unit, name: "", how: "" };
      pairs.push({
        shown: [id, column, digits(value), value === null ? null : unit],
        found: [id, column, digits(again.value), again.value === null ? null : again.unit],
        words: again.name + again.how,
      });
    }
  }
  return pairs;
}
