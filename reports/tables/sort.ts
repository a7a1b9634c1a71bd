import { decimal } from "@/domain/money";
import type { Content, Row, Table } from "./define";

export interface Sorting {
  readonly column: string;
  readonly direction: "ascending" | "descending";
}

/** Reads `expenditure.growth.descending`: null for another table a column that this one does not have, or one that is not sorted. */
export function readSorting(text: string | undefined, { id, columns, fixedOrder }: Table): Sorting | null {
  const [table, column, direction] = text?.split(".") ?? [];
  if (fixedOrder || table !== id || !columns.some((each) => each.id === column)) return null;
  return direction === "ascending" || direction === "descending" ? { column: column!, direction } : null;
}

/** The table with its parts in another order: 其中 rows stay under their part, the rest and totals at the end, empty cells last. */
export function sorted(table: Table, { column, direction }: Sorting): Table {
  const [first] = table.columns;
  const contentOf = (row: Row): Content => (column === first?.id ? row.label : (row.cells[column] ?? null));
  const groups: Row[][] = [];
  const behind: Row[] = [];
  for (const row of table.rows) {
    if (staysBehind(row)) behind.push(row);
    else if (row.role === "of_which" && groups.length > 0) groups[groups.length - 1]!.push(row);
    else groups.push([row]);
  }
  groups.sort(([a], [b]) => compare(contentOf(a!), contentOf(b!), direction === "ascending" ? 1 : -1));
  return { ...table, rows: [...groups.flat(), ...behind] };
}

const staysBehind = ({ role }: Row) => role === "rest" || role === "subtotal" || role === "total";

function compare(a: Content, b: Content, sign: 1 | -1): number {
  const isEmpty = (content: Content) => content === null || (typeof content !== "string" && content.value === null);
  if (isEmpty(a) || isEmpty(b)) return Number(isEmpty(a)) - Number(isEmpty(b));
  if (typeof a === "string" || typeof b === "string") return sign * String(a).localeCompare(String(b), "zh");
  return sign * decimal(a!.value!).comparedTo(decimal(b!.value!));
}
