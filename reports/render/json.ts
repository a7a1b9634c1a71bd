import { asData } from "@/metrics/format";
import type { Content, Table } from "../tables/define";
import type { SheetContext } from "./sheet";

/** A table as one object: amounts exact in yuan, ratios with six digits, no value null and its reason beside. */
export function tableAsData({ id, title, columns, rows, notes }: Table, { scope, version }: SheetContext) {
  return {
    data_version: version,
    region: scope.region,
    scheme: scope.scheme,
    period: scope.period.id,
    compare: scope.compare?.id ?? null,
    table: id,
    title,
    columns,
    rows: rows.map(({ id, label, role, cells }) => ({
      id,
      label,
      role,
      cells: Object.fromEntries(Object.entries(cells).map(([column, content]) => [column, contentAsData(content)])),
    })),
    notes,
  };
}

function contentAsData(content: Content) {
  if (content === null || typeof content === "string") return content;
  const { metric, value, unit, reason } = content;
  return { metric: metric.id, value: asData(value, unit), unit, ...(reason ? { reason } : {}) };
}
