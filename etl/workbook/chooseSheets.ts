import { PlainError } from "@/domain/errors";
import { fieldsOf } from "../profiles/fields";
import type { Choice } from "../steps/chooseHeader";
import { chooseMapping, type Mapping } from "../steps/map";
import { cellSeparator } from "./rows";
import type { Sheet } from "./workbook";

/** A sheet that holds rows of an extract. */
export interface ChosenSheet {
  readonly index: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly mapping: Mapping;
}

/**
 * The sheets that hold the extract: the one whose header a layout knows, wherever it stands, or several of one header, in
 * their order (`isOneTable` decides once they are read). A sheet with the header alone counts only where there is no other.
 * Throws L-114 for several that differ, also where one holds such rows under no header that is known; L-118 for a
 * `choice.sheet` that is not there; and what keeps the first sheet from being an extract when none is one.
 */
export function chooseSheets(sheets: readonly Sheet[], choice: Choice): ChosenSheet[] {
  const wanted = choice.sheet;
  if (wanted && !sheets.some(({ name }) => name === wanted))
    throw new PlainError("L-118", { sheet: wanted, sheets: namesOf(sheets.map(({ name }) => name)) });
  let obstacle: PlainError | null = null;
  const known = sheets.flatMap(({ name, hidden, head }, index): ChosenSheet[] => {
    if (wanted && name !== wanted) return [];
    try {
      const mapping = chooseMapping([{ separator: cellSeparator, rows: head }], choice);
      return [{ index, name, hidden, mapping }];
    } catch (error) {
      if (!(error instanceof PlainError)) throw error;
      // Two columns of one name tell more than a sheet that is something else.
      if (!obstacle || (obstacle.code === "L-116" && error.code !== "L-116")) obstacle = error;
      return [];
    }
  });
  const filled = known.filter(({ index, mapping }) =>
    sheets[index]!.head.slice(mapping.headerRow).some((cells) => cells.some((cell) => cell.trim() !== "")),
  );
  const chosen = filled.length > 0 ? filled : known.slice(0, 1);
  if (chosen.length === 0) throw obstacle ?? new PlainError("L-102");
  const headers = new Set(
    chosen.map(({ mapping: { profile, header, columns } }) => {
      const units = [...columns.values()].map(({ unit }) => unit);
      return JSON.stringify([profile.name, header, units]);
    }),
  );
  const unnamed = wanted ? [] : sheets.filter((sheet, index) => isUnnamed(sheet, index, known, chosen[0]!.mapping));
  if (unnamed.length > 0) throw severalSheets([...chosen, ...unnamed]);
  if (headers.size > 1 || (chosen.length > 1 && chosen.some(({ hidden }) => hidden))) throw severalSheets(chosen);
  return chosen;
}

/** Whether a sheet in which no header was found holds rows like those of the chosen one: left out, they would be lost. */
function isUnnamed({ head }: Sheet, index: number, known: readonly ChosenSheet[], mapping: Mapping): boolean {
  if (known.some((sheet) => sheet.index === index)) return false;
  const fields = Object.entries(fieldsOf(mapping.profile.kind)).filter(([, { required }]) => required);
  const required = fields.flatMap(([name]) => mapping.columns.get(name)?.index ?? []);
  const isFilled = (cell = "") => cell.trim() !== "";
  const least = Math.max(2, mapping.header.filter(isFilled).length / 2);
  const rows = head.filter((cells) => cells.some(isFilled));
  const alike = rows.filter(
    (cells) => required.every((place) => isFilled(cells[place])) && cells.filter(isFilled).length >= least,
  );
  return alike.length > 0 && alike.length * 2 >= rows.length;
}

export function severalSheets(sheets: readonly { readonly name: string }[]): PlainError {
  return new PlainError("L-114", { count: sheets.length, sheets: namesOf(sheets.map(({ name }) => name)) });
}

/** An export that was cut where sheets end (65 536 rows) or at a round number: every sheet but the last is as full. */
export function isOneTable(rows: readonly number[]): boolean {
  const [first = 0, ...others] = rows.slice(0, -1);
  return others.every((count) => count === first) && (first >= 65_000 || (first >= 5000 && first % 5000 === 0));
}

const shownNames = 8;

/** Names of sheets as a message has them. */
export function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, shownNames).map((name) => `「${name}」`);
  return shown.join("") + (names.length > shownNames ? "…" : "");
}
