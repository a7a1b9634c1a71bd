import { literal } from "@/domain/sqlLiteral";
/** A list of paths as SQL. Paths are built by us from ids, but the folder's own name may hold a quote. */
export function pathList(paths: readonly string[]): string {
  return `[${paths.map(literal).join(", ")}]`;
}

/** `cast(null as type) as name` for every column: a table of no rows, where no file holds any. */
export function noRows(columns: Record<string, string>): string {
  const nothing = Object.entries(columns).map(([name, type]) => `cast(null as ${type}) as ${name}`);
  return `select ${nothing.join(", ")} where false`;
}
