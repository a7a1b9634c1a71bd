import { type Candidate, headerRows, mostDepth } from "../steps/chooseHeader";
import { headerNames } from "../steps/headerNames";
import type { SampledColumn } from "./suggest";

/** A cell that could be the name of a column: words, and no number, date or long number of anybody. */
const isLabel = (cell: string) => cell.length <= 60 && /\p{L}/u.test(cell) && !/\d{6,}|^\d{4}[-/.年]\d/.test(cell);

/** What is needed of a row of names. */
const leastNames = 2;
const labelShare = 0.8;

/**
 * The columns of a table whose layout nobody knows: its header is the first row, or rows with groups above, that names
 * most columns. Null when no row looks like names.
 */
export function findHeader(candidates: readonly Candidate[]): SampledColumn[] | null {
  let best: { columns: SampledColumn[]; named: number } | null = null;
  for (const { rows } of candidates)
    for (let depth = 1; depth <= mostDepth; depth++)
      for (let row = 0; row + depth <= Math.min(rows.length, headerRows); row++) {
        const header = rows.slice(row, row + depth);
        if (!header.every(isHeaderRow)) continue;
        const names = headerNames(header).map(({ text }) => text);
        const named = new Set(names.filter((name) => name !== "")).size;
        if (named < leastNames || (best && named <= best.named)) continue;
        const below = rows.slice(row + depth).filter((cells) => cells.length * 2 >= names.length);
        const columns = names.map((name, at) => ({ header: name, cells: below.map((cells) => cells[at] ?? "") }));
        best = { columns, named };
      }
  return best ? best.columns.filter(({ header }) => header !== "") : null;
}

function isHeaderRow(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  return filled.length > 0 && filled.filter(isLabel).length >= filled.length * labelShare;
}
