import { type FormBlock, placedCells } from "@/domain/officialForm";
import { columnPoints, places } from "../render/worksheet";

/** Of the type in the cells of a form, in points. */
export const textSize = 10;
/** Spreadsheets know no higher row (409.5 points); a longer text stands over several of them. */
export const highestRow = 400;
/** Lines and their leading, in type sizes. */
const leading = 1.28;
/** What stays free beside a text, in points. */
const besideText = 4.5;

/**
 * How high each row of a block must be, in points, so that no text is cut: spreadsheets do not fit rows to merged cells
 * themselves. `widths` are the columns', in half-width letters.
 */
export function rowHeights(block: FormBlock, widths: readonly number[]): number[] {
  const heights = block.rows.map(() => textHeight("", widths, textSize));
  // What stands in one row first: cells over several rows fill what is there already.
  const cells = [...placedCells(block, widths.length)].sort((a, b) => a.rows - b.rows);
  for (const { cell, row, rows, column, columns } of cells) {
    const own = heights.slice(row, row + rows).reduce((sum, height) => sum + height, 0);
    const lacking = textHeight(cell.text, widths.slice(column, column + columns), textSize) - own;
    if (lacking <= 0) continue;
    for (let each = row; each < row + rows; each += 1) heights[each]! += lacking / rows;
  }
  return heights;
}

/** How high a text stands in columns of these widths, with some room around it. */
export function textHeight(text: string, widths: readonly number[], size: number): number {
  const perLine = lettersPerLine(widths, size);
  const lines = text.split("\n").reduce((sum, line) => sum + wrappedLines(line, perLine), 0);
  return (lines * leading + 0.6) * size;
}

/** One place stays free: a punctuation mark may not begin a line, so the character before it moves down. */
function lettersPerLine(widths: readonly number[], size: number): number {
  const points = widths.reduce((sum, width) => sum + columnPoints(width), 0) - besideText;
  // Half-width letters are half as wide as the type is high.
  const letters = Math.floor((2 * points) / size);
  return Math.max(2, letters > 8 ? letters - 1 : letters);
}

/** Words of Latin letters and numbers stay together, Chinese breaks anywhere. */
function wrappedLines(line: string, perLine: number): number {
  let lines = 1;
  let used = 0;
  for (const [piece] of line.matchAll(/[\x21-\x7e]+|./gu)) {
    const wide = places(piece);
    if (used > 0 && used + wide > perLine) {
      lines += 1;
      used = 0;
    }
    lines += Math.floor(Math.max(0, wide - 1) / perLine);
    used = wide > perLine ? wide % perLine : used + wide;
  }
  return lines;
}
