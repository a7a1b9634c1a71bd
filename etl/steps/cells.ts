import type { DateOrder } from "@/domain/extractProfile";
import { literal } from "@/domain/sqlLiteral";
import { cleanIdentifier, cleanIdentifierText } from "../grammar/text";
import type { Mapping } from "./map";
import type { TableText } from "./readTable";

/** SQL of the table in DuckDB: columns `c0`, `c1`, …, every cell as text, nothing guessed. */
export function tableReader(table: TableText, mapping: Mapping): string {
  const columns = mapping.header.map((_, i) => `c${i}: 'varchar'`).join(", ");
  const separator = mapping.separator === "\t" ? "\\t" : mapping.separator;
  return `read_csv(${literal(table.path)}, auto_detect = false, delim = ${literal(separator)}, quote = '"', escape = '"',
    header = false, skip = ${table.skip}, columns = {${columns}}, max_line_size = 2097152, buffer_size = 8388608,
    parallel = ${!table.hasQuotedLineBreak})`;
}

/**
 * SQL of the text that a row says of a field, before any grammar reads it: its cell, or what the layout says instead. Of an
 * amount that is the sum of several columns, one for each; none where neither a column nor the layout says anything.
 */
export function cellsOf({ columns, profile }: Pick<Mapping, "columns" | "profile">, field: string): string[] {
  const constant = profile.constants[field];
  if (constant !== undefined) return [literal(constant)];
  const column = columns.get(field);
  if (!column) return [];
  return [column, ...column.added].map(({ index }) => {
    const ordered = yearFirst(`c${index}`, profile.dates[field] ?? "year_month_day");
    return translated(ordered, profile.codes[field] ?? {});
  });
}

/** 03/06/2018 and 03062018 with the year in front, as the grammar of dates reads it; other cells as they are. */
function yearFirst(cell: string, order: DateOrder): string {
  if (order === "year_month_day") return cell;
  const moved = literal(order === "day_month_year" ? "\\3-\\2-\\1" : "\\3-\\1-\\2");
  const parted = literal("^\\s*([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})");
  const compact = literal("^\\s*([0-9]{2})([0-9]{2})((?:19|20)[0-9]{2})");
  return `regexp_replace(regexp_replace(${cell}, ${parted}, ${moved}), ${compact}, ${moved})`;
}

/** Codes of the file as the code maps know them; any other cell as it is. */
function translated(cell: string, codes: Readonly<Record<string, string>>): string {
  const branches = Object.entries(codes).map(
    ([written, known]) => `when ${literal(cleanIdentifierText(written))} then ${literal(known)}`,
  );
  return branches.length === 0 ? cell : `case ${cleanIdentifier(cell)} ${branches.join(" ")} else ${cell} end`;
}
