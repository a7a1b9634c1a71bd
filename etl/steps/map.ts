import { PlainError } from "@/domain/errors";
import type { AmountUnit } from "@/domain/extractProfile";
import { comparableHeader, type Profile } from "../profiles/define";
import { type FieldType, fieldsOf } from "../profiles/fields";
import { readBelowHeader } from "./belowHeader";
import { type Candidate, type Choice, chooseHeader } from "./chooseHeader";
import { type HeaderName, spellingsOf } from "./headerNames";
import { requireSameUnit } from "./requireSameUnit";
import { type StatedUnit, unitOfHeader, unitOfTitle } from "./statedUnit";

/** A column of the file that is read. */
export interface ReadColumn {
  /** 0-based position. */
  readonly index: number;
  /** The unit that the layout, the header or a title line states for an amount. */
  readonly unit: AmountUnit | null;
}

/** A column of the file that carries a standard field. */
export interface MappedColumn extends ReadColumn {
  /** As written in the file. */
  readonly header: string;
  /** Further columns whose amounts are added. */
  readonly added: readonly ReadColumn[];
}

/** How one file is read: which row is the header, and which column carries which field. */
export interface Mapping {
  readonly profile: Profile;
  readonly separator: string;
  /** Row of the header, counted as a spreadsheet does: the first row is 1. Of several rows, the last, units below them included. */
  readonly headerRow: number;
  readonly header: readonly string[];
  readonly columns: ReadonlyMap<string, MappedColumn>;
  /** Headers that no field uses and that the layout is not known to have. */
  readonly unused: readonly string[];
  /** Columns without a name that hold something, counted from 1: their rows are not read. */
  readonly nameless: readonly number[];
}

/** No layout has nearly as many (bad inputs 52). */
const mostColumns = 2000;
/** Columns that name the unit of the amounts of their row. */
const unitHeaders = new Set(["单位", "金额单位", "计量单位", "货币单位"]);
/**
 * Reads how the columns of a file are to be read off its header. Throws what `chooseHeader` does, L-105 (too many columns),
 * L-220 or L-222 (units), or L-221 (parts without their total).
 */
export function chooseMapping(candidates: readonly Candidate[], choice: Choice): Mapping {
  const { found, candidate, names, row, depth, rowsBelow, profile } = chooseHeader(candidates, choice);
  const named = trimmed(
    names.map(({ text }) => text),
    rowsBelow,
  );
  const below = readBelowHeader(profile.kind, named, found.columns, rowsBelow);
  // The parts of the last column stand beyond it.
  const width = Math.max(named.length, ...[...below.moved.values()].map((at) => at + 1));
  const header = Array.from({ length: width }, (_, at) => named[at] ?? "");
  if (header.length > mostColumns) throw new PlainError("L-105", { row: row + depth });
  const title = unitOfTitle(candidate.rows.slice(0, row).flat());
  const columns = new Map<string, MappedColumn>();
  const statedAt = (index: number, { parts }: HeaderName) =>
    [...parts.map(unitOfHeader), below.units[index] ?? null].findLast((stated) => stated !== null) ?? null;
  for (const [field, [first = 0, ...more]] of found.columns) {
    const name = names[first]!;
    const index = below.moved.get(field) ?? first;
    const own = statedAt(index, name);
    const { type, required } = fieldsOf(profile.kind)[field]!;
    // A number in 万人 that need not be there is left out, and named with the columns that are not read.
    if (type === "whole" && !required && (own ?? title)?.countsMany) continue;
    const unitOf = (stated: StatedUnit | null) => columnUnit(type, profile.units[field], stated, title);
    const added = more.map((place) => ({ index: place, unit: unitOf(statedAt(place, names[place]!)) }));
    columns.set(field, { index, header: name.text, unit: unitOf(own), added });
  }
  names.forEach((name, at) => {
    if (!spellingsOf(name).some((spelling) => unitHeaders.has(spelling))) return;
    for (const cells of rowsBelow.slice(below.rows)) requireSameUnit({ profile, columns }, [cells[at] ?? ""]);
  });
  return {
    profile,
    separator: candidate.separator,
    headerRow: row + depth + below.rows,
    header,
    columns,
    unused: unusedHeaders(profile, names, new Set([...columns.keys()].flatMap((field) => found.columns.get(field)!))),
    nameless: namelessColumns(header, rowsBelow, below.rows, columns),
  };
}

/** Without what stands empty behind the last name where no row has a cell there. */
function trimmed(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const lastName = header.findLastIndex((name) => name !== "");
  return header.slice(0, Math.max(lastName + 1, ...rows.map((cells) => cells.length)));
}

/**
 * The unit of a column: as the layout says, else as its header does, else as a line above the table does. Throws L-220
 * where that is none to count in.
 */
function columnUnit(
  type: FieldType,
  given: AmountUnit | undefined,
  own: StatedUnit | null,
  title: StatedUnit | null,
): AmountUnit | null {
  if (type === "money") {
    if (given) return given;
    const stated = own?.amount ? own : title;
    if (stated?.amount === "unclear") throw new PlainError("L-220", { unit: stated.text });
    return stated?.amount ?? null;
  }
  const stated = type === "whole" ? (own ?? title) : own;
  const isOfOthers =
    type === "whole" ? stated?.countsMany : type === "rate" && stated?.amount && stated.amount !== "yuan";
  if (stated && isOfOthers) throw new PlainError("L-220", { unit: stated.text });
  return null;
}

/** Columns that a row has something in but none of the `headRows` before the first of data, nor the header, a name for. */
function namelessColumns(
  header: readonly string[],
  rowsBelow: readonly (readonly string[])[],
  headRows: number,
  columns: Mapping["columns"],
): number[] {
  const read = new Set([...columns.values()].map(({ index }) => index));
  return header.flatMap((name, at) => {
    const firstFilled = rowsBelow.findIndex((cells) => (cells[at] ?? "").trim() !== "");
    return name === "" && !read.has(at) && firstFilled >= headRows ? [at + 1] : [];
  });
}

function unusedHeaders(profile: Profile, names: readonly HeaderName[], used: ReadonlySet<number>): string[] {
  const known = new Set(profile.neverRead.map(comparableHeader));
  return names
    .filter((name, i) => !used.has(i) && name.text !== "" && !spellingsOf(name).some((header) => known.has(header)))
    .map(({ text }) => text);
}
