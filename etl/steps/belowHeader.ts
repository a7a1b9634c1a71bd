import { PlainError } from "@/domain/errors";
import type { ExtractKind } from "@/domain/load";
import { profiles } from "../profiles";
import { headerSpellings } from "../profiles/define";
import { fieldsOf, isMeasure } from "../profiles/fields";
import { headerIndex } from "./findFields";
import { type StatedUnit, unitRow } from "./statedUnit";

/** What the rows directly below a header say before the first one of data. */
export interface BelowHeader {
  readonly rows: number;
  /** By column; none where no row names units. */
  readonly units: readonly (StatedUnit | null)[];
  /** Fields whose column is another than the one below their header: the total of those that the header parts into. */
  readonly moved: ReadonlyMap<string, number>;
}

/** Rows that may name units, the columns once more, or what columns part into. */
const mostRows = 3;
const totalName = /^(合计|小计|总计|计|总额|金额|总数|人数|小计数|合计数)([（(].*)?$/;

/** What a column parts into may be years. */
const yearName = /^(19|20)\d\d年?([上下]半年|\d{1,2}月|(度|末)?)$/;

/** Whether a column is called the total of those beside it. */
export const isTotalName = (name: string) => totalName.test(name);

/**
 * Reads what stands between header and data. `header` as written, one name a column; `columns`: where its fields are. Throws
 * L-221 where a column parts into several and none is their total.
 */
export function readBelowHeader(
  kind: ExtractKind,
  header: readonly string[],
  columns: ReadonlyMap<string, readonly number[]>,
  rows: readonly (readonly string[])[],
): BelowHeader {
  let units: readonly (StatedUnit | null)[] = [];
  let moved = new Map<string, number>();
  let read = 0;
  for (const cells of rows.slice(0, mostRows)) {
    const stated = unitRow(cells);
    const parts = stated ? null : partsOf(kind, header, columns, cells);
    const isKnown = stated || parts || namesColumns(kind, cells) || namesFurtherParts(header, moved, cells);
    if (!isKnown) break;
    if (stated) units = stated;
    if (parts) moved = parts;
    read++;
  }
  return { rows: read, units, moved };
}

/** Which of the columns that a header parts into its fields are: null where the row is none of parts. */
function partsOf(
  kind: ExtractKind,
  header: readonly string[],
  columns: ReadonlyMap<string, readonly number[]>,
  cells: readonly string[],
): Map<string, number> | null {
  if (cells.some((cell) => /\d/.test(cell) && !yearName.test(cell.trim()))) return null;
  const others = [...columns].filter(([field]) => !isMeasure(fieldsOf(kind)[field]!.type));
  if (others.some(([, [at = 0]]) => yearName.test((cells[at] ?? "").trim()))) return null;
  const moved = new Map<string, number>();
  let hasParts = false;
  for (const [field, [at = 0]] of columns) {
    if (!isMeasure(fieldsOf(kind)[field]!.type)) continue;
    const next = header.findIndex((name, place) => place > at && name !== "");
    const parts = cells.slice(at, next < 0 ? undefined : next).map((cell) => cell.trim());
    if (parts.length < 2 || parts[0] === "" || parts.filter((part) => part !== "").length < 2) continue;
    hasParts = true;
    const total = parts.findIndex(isTotalName);
    if (total < 0) throw new PlainError("L-221", { column: header[at]!, parts: parts.filter(Boolean).join("、") });
    moved.set(field, at + total);
  }
  return hasParts ? moved : null;
}

/** Whether a row names what one of the parts parts into: words in columns that the header has no name for. */
function namesFurtherParts(
  header: readonly string[],
  moved: ReadonlyMap<string, number>,
  cells: readonly string[],
): boolean {
  const totals = new Set(moved.values());
  const filled = cells.flatMap((cell, at) => (cell.trim() === "" ? [] : [{ cell, at }]));
  return (
    moved.size > 0 &&
    filled.length > 0 &&
    filled.every(({ cell, at }) => !/\d/.test(cell) && (header[at] ?? "") === "" && !totals.has(at))
  );
}

/** Cells that name columns a row has at least to be a header once more, and their share. */
const fewestNames = 3;
const mostlyNames = 0.6;

/** Whether a row below the header names its columns again: in Chinese below codes, or the other way round. */
export function namesColumns(kind: ExtractKind, cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  const layouts = profiles.filter((profile) => profile.kind === kind);
  const known = filled.filter((cell) => {
    const spellings = headerSpellings(cell);
    return layouts.some((profile) => spellings.some((spelling) => headerIndex(profile).has(spelling)));
  });
  return known.length >= Math.max(fewestNames, filled.length * mostlyNames);
}
