import { type FormBlock, placedCells } from "@/domain/officialForm";
import { places } from "../render/worksheet";

/** Points. A line of 10-point type with its leading, and what stays free above and below. */
const lineHeight = 14.5;
const padding = 5;
/** Spreadsheets know no higher row (409.5); a longer text stands over several of them. */
export const highestRow = 400;

/**
 * How high each row of a block must be, in points, so that no text is cut: spreadsheets do not fit rows to merged cells
 * themselves. `widths` are the columns', in half-width letters.
 */
export function rowHeights(block: FormBlock, widths: readonly number[]): number[] {
  const heights = block.rows.map(() => lineHeight + padding);
  // What stands in one row first: cells over several rows fill what is there already.
  const cells = [...placedCells(block, widths.length)].sort((a, b) => a.rows - b.rows);
  for (const { cell, row, rows, column, columns } of cells) {
    const lines = linesOf(cell.text, lettersPerLine(widths.slice(column, column + columns)));
    const own = heights.slice(row, row + rows).reduce((sum, height) => sum + height, 0);
    const lacking = lines * lineHeight + padding - own;
    if (lacking <= 0) continue;
    for (let each = row; each < row + rows; each += 1) heights[each]! += lacking / rows;
  }
  return heights;
}

/**
 * A column `n` wide is 7n + 5 pixels, a half-width letter of 10 points 6⅔. One place stays free: a punctuation mark may
 * not begin a line, so the character before it moves down.
 */
function lettersPerLine(widths: readonly number[]): number {
  const pixels = widths.reduce((sum, width) => sum + 7 * width + 5, 0) - 6;
  const letters = Math.floor(pixels / (20 / 3));
  return Math.max(2, letters > 8 ? letters - 1 : letters);
}

/** Lines that a text takes: words of Latin letters and numbers stay together, Chinese breaks anywhere. */
function linesOf(text: string, perLine: number): number {
  return text.split("\n").reduce((sum, line) => sum + wrappedLines(line, perLine), 0);
}

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
