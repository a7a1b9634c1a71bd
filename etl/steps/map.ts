import { PlainError } from "@/domain/errors";
import type { AmountUnit } from "@/domain/extractProfile";
import type { Encoding, ExtractKind } from "@/domain/load";
import { profiles } from "../profiles";
import { comparableHeader, type Profile } from "../profiles/define";
import { type FieldType, fieldsOf } from "../profiles/fields";
import { garbledTraces } from "../review/garbledTraces";
import { readBelowHeader } from "./belowHeader";
import { type Found, findFields, neededHeaders } from "./findFields";
import { type HeaderName, headerNames, spellingsOf } from "./headerNames";
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

/** What whoever loads a file may say of it; null: the header decides. */
export interface Choice {
  readonly kind: ExtractKind | null;
  readonly profile: string | null;
  /** Layouts described as data, besides those that come with the program. */
  readonly described?: readonly Profile[];
  /** Name of the sheet of a spreadsheet. */
  readonly sheet?: string | null;
  /** Of a text. */
  readonly encoding?: Encoding | null;
}

/** The first rows of a file, parted by one separator. */
export interface Candidate {
  readonly separator: string;
  readonly rows: readonly (readonly string[])[];
}

/** The header must stand in the first rows of the file. */
export const headerRows = 20;
/** No layout has nearly as many (bad inputs 52). */
const mostColumns = 2000;
/** Columns that name the unit of the amounts of their row. */
const unitHeaders = new Set(["单位", "金额单位", "计量单位", "货币单位"]);
/** Levels of names that a header may have. */
export const mostDepth = 3;

/**
 * Finds header, layout and separator: the row and profile that map most columns and miss fewest required ones.
 * `kind` and `profile` narrow the choice. Throws L-116 (with what is missing), L-203 (garbled names), L-206, L-210, L-214,
 * L-220, L-222 (units), L-221 (parts without their total) or L-436 (a table above).
 */
export function chooseMapping(candidates: readonly Candidate[], choice: Choice): Mapping {
  const allowed = [...(choice.described ?? []), ...profiles].filter(
    ({ kind, name }) => (!choice.kind || kind === choice.kind) && (!choice.profile || name === choice.profile),
  );
  if (allowed.length === 0) throw new PlainError("L-117", { profile: choice.profile ?? "", kind: choice.kind ?? "" });

  const isSaid = Boolean(choice.kind || choice.profile);
  let best: Match | null = null;
  for (const candidate of candidates)
    for (let depth = 1; depth <= mostDepth; depth++)
      for (let row = 0; row + depth <= Math.min(candidate.rows.length, headerRows); row++) {
        const names = headerNames(candidate.rows.slice(row, row + depth));
        for (const profile of allowed) {
          if (!isSaid && isSomethingElse(profile, names)) continue;
          const found = findFields(profile, names, candidate.rows.slice(row + depth));
          const match = { found, candidate, names, row, depth, profile };
          if (match.found.columns.size > 0 && (!best || better(match, best))) best = match;
        }
      }

  const chosen = best as Match | null;
  if (!chosen || chosen.found.missing.length > 0) refuseGarbled(candidates);
  if (!chosen) {
    const [likeliest] = allowed as [Profile, ...Profile[]];
    throw noHeader(
      neededHeaders(likeliest).map(([header]) => header),
      likeliest,
      candidates.flatMap(({ rows }) => rows.slice(0, headerRows).flat()),
    );
  }
  const { found, candidate, names, row, depth, profile } = chosen;
  if (candidate.separator === "，") throw new PlainError("L-206", { row: row + 1 });
  if (found.missing.length > 0)
    throw noHeader(
      found.missing,
      profile,
      names.map(({ text }) => text),
    );
  if (found.clash) throw found.clash;
  const rowsBelow = candidate.rows.slice(row + depth);
  requireOneTable(chosen);
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

/** Throws L-436 where the rows above the header are a table too, which would be lost: a header of the same kind, and rows. */
function requireOneTable({ candidate: { rows }, row, profile }: Match): void {
  const isFilled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== "").length > 1;
  const isHeader = (cells: readonly string[]) => {
    const { columns, missing } = findFields(profile, headerNames([cells]), []);
    return columns.size > 0 && missing.length === 0;
  };
  const first = rows.slice(0, row).findIndex(isHeader);
  if (first < 0) return;
  const between = rows.slice(first + 1, row);
  if (between.some((cells) => isFilled(cells) && !isHeader(cells))) throw new PlainError("L-436", { row: row + 1 });
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

/** L-116, with the columns that are missing by their Chinese names where the header, or what may be one, is Chinese. */
function noHeader(missing: readonly string[], { kind }: Profile, head: readonly string[]): PlainError {
  const names = head.some((cell) => chinese.test(cell))
    ? missing.map((header) =>
        header
          .split("/")
          .map((name) => chineseName(name, kind))
          .join("/"),
      )
    : missing;
  return new PlainError("L-116", { rows: headerRows, missing: names.join("、") });
}

const chinese = /\p{Script=Han}/u;

/** What a column of the program's layouts is called in Chinese; the header itself where there is no such name. */
function chineseName(header: string, kind: ExtractKind): string {
  if (chinese.test(header)) return header;
  const layouts = profiles.filter((profile) => profile.kind === kind);
  const spellings = layouts.flatMap(({ headers }) => Object.entries(headers));
  const field = spellings.find(([, written]) => written.includes(header))?.[0];
  return (
    spellings.flatMap(([name, written]) => (name === field ? written : [])).find((name) => chinese.test(name)) ?? header
  );
}

/** Throws L-203 where names were destroyed before the file was written: no dictionary can know them. */
function refuseGarbled(candidates: readonly Candidate[]): void {
  const cells = candidates.flatMap(({ rows }) => rows.slice(0, headerRows).flat());
  const garbled = cells.filter((cell) => garbledTraces.some((trace) => cell.includes(trace)));
  if (garbled.length > 0) throw new PlainError("L-203", { rows: 1 });
}

interface Match {
  readonly found: Found;
  readonly candidate: Candidate;
  readonly names: readonly HeaderName[];
  readonly row: number;
  readonly depth: number;
  readonly profile: Profile;
}

function isSomethingElse({ neverWith }: Profile, names: readonly HeaderName[]): boolean {
  return neverWith.size > 0 && names.some((name) => spellingsOf(name).some((spelling) => neverWith.has(spelling)));
}

/**
 * A layout described from such a file stands before all others. Else columns found count for a layout, required ones
 * that are missing twice against it; of equals the one stands whose columns are told apart, or
 * whose groups name units.
 */
function better(a: Match, b: Match): boolean {
  const isExact = ({ profile, found }: Match) => Number(profile.exact && found.missing.length === 0);
  const score = ({ found: { columns, missing, clash } }: Match) =>
    columns.size - 2 * missing.length - (clash ? 0.5 : 0);
  if (isExact(a) !== isExact(b)) return isExact(a) > isExact(b);
  return score(a) > score(b) || (score(a) === score(b) && a.depth > b.depth && namesUnits(a));
}

/** The rows above the last of the header name groups of columns with their units: 筹资（万元） above 应筹金额. */
function namesUnits({ candidate: { rows }, row, depth }: Match): boolean {
  const groups = rows
    .slice(row, row + depth - 1)
    .flat()
    .filter((cell) => cell.trim() !== "");
  return groups.length > 1 && !groups.some((cell) => /[\d:：]/.test(cell)) && groups.some((cell) => unitOfHeader(cell));
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
