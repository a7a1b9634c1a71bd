/**
 * What stands in a cell of a form. label: words that the form prints. name: what a rubric calls something. text: what a
 * bureau wrote. value: a number, a share, points, a choice. amount: money, under a header with its unit.
 */
export type FormRole = "label" | "name" | "text" | "value" | "amount";

export interface FormCell {
  readonly role: FormRole;
  /** As it is printed; may have several lines. */
  readonly text: string;
  /** The value behind the text where a spreadsheet may reckon with it: plain digits, and how a spreadsheet writes them. */
  readonly value?: { readonly digits: string; readonly format: string };
  /** A sum. */
  readonly strong?: true;
  /** Columns and rows that it covers; 1 unless said. */
  readonly columns?: number;
  readonly rows?: number;
}

/** Rows that belong together. A row lists the cells that begin in it, from left to right, as a table of HTML does. */
export interface FormBlock {
  readonly id: string;
  readonly rows: readonly (readonly FormCell[])[];
  /** How many of its first rows are repeated where the block goes on over a page; at most one block of a form has some. */
  readonly repeated?: number;
}

/** A line under a form: words of ours, then words of the bureau or of its rubric. */
export interface FormLine {
  readonly text: string;
  readonly typed?: string;
}

/** A form that a bureau hands in, as data: the screen, the paper and the spreadsheet show this one object. */
export interface OfficialForm {
  readonly id: string;
  readonly title: string;
  /** Under the title: the year it is for. */
  readonly subtitle: string;
  /** Without a suffix. */
  readonly fileName: string;
  readonly orientation: "portrait" | "landscape";
  /** Of the columns of all blocks, in half-width letters. */
  readonly widths: readonly number[];
  readonly blocks: readonly FormBlock[];
  /** Under the form: what its values mean, where they come from. */
  readonly notes: readonly FormLine[];
  readonly signatures: readonly string[];
}

export interface PlacedCell {
  readonly cell: FormCell;
  /** From 0, within the block. */
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

/** Where each cell of a block stands. Throws RangeError unless the cells cover the block exactly: a form has no holes. */
export function placedCells({ id, rows }: FormBlock, width: number): PlacedCell[] {
  const taken = rows.map(() => new Set<number>());
  const take = (row: number, column: number) => {
    const columns = taken[row];
    if (!columns || column >= width || columns.has(column)) {
      throw new RangeError(`form block ${id}: a cell over another or outside at row ${row}, column ${column}`);
    }
    columns.add(column);
  };
  const placed = rows.flatMap((cells, row) => {
    let column = 0;
    return cells.map((cell): PlacedCell => {
      const { columns = 1, rows: height = 1 } = cell;
      while (taken[row]!.has(column)) column += 1;
      for (let down = 0; down < height; down += 1) {
        for (let along = 0; along < columns; along += 1) take(row + down, column + along);
      }
      return { cell, row, column, columns, rows: height };
    });
  });
  const hole = taken.findIndex((columns) => columns.size < width);
  if (hole >= 0) throw new RangeError(`form block ${id}: row ${hole} covers ${taken[hole]!.size} of ${width} columns`);
  return placed;
}
