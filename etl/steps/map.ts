import { PlainError } from "@/domain/errors";
import type { AmountUnit } from "@/domain/extractProfile";
import type { Encoding, ExtractKind } from "@/domain/load";
import { profiles } from "../profiles";
import { comparableHeader, headerSpellings, type Profile } from "../profiles/define";
import { type FieldType, fieldsOf, isOfCodes } from "../profiles/fields";
import { garbledTraces } from "../review/garbledTraces";
import { type StatedUnit, unitOfHeader, unitOfTitle, unitRow } from "./statedUnit";

/** A column of the file that carries a standard field. */
export interface MappedColumn {
  /** 0-based position. */
  readonly index: number;
  /** As written in the file. */
  readonly header: string;
  /** The unit that the layout, the header or a title line states for an amount. */
  readonly unit: AmountUnit | null;
  /** Further columns whose amounts are added. */
  readonly added: readonly number[];
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
/** Levels of names that a header may have. */
export const mostDepth = 3;

/**
 * Finds header, layout and separator: the row and profile that map most columns and miss fewest required ones.
 * `kind` and `profile` narrow the choice. Throws L-116 (with what is missing), L-203 (garbled names), L-206, L-210 or L-214.
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
  const header = trimmed(
    names.map(({ text }) => text),
    rowsBelow,
  );
  if (header.length > mostColumns) throw new PlainError("L-105", { row: row + depth });
  const below = rowsBelow.slice(0, mostBelow);
  const firstOfData = below.findIndex((cells) => !unitRow(cells) && !namesColumns(profile.kind, cells));
  const subheads = firstOfData < 0 ? below : below.slice(0, firstOfData);
  const units = subheads.map(unitRow).find((found) => found !== null) ?? [];
  const title = unitOfTitle(candidate.rows.slice(0, row).flat());
  const columns = new Map(
    [...found.columns].map(([field, [index = 0, ...added]]) => {
      const { text, parts } = names[index]!;
      const { type } = fieldsOf(profile.kind)[field]!;
      const own = [...parts.map(unitOfHeader), units[index] ?? null].findLast((stated) => stated !== null) ?? null;
      return [field, { index, header: text, unit: columnUnit(type, profile.units[field], own, title), added }];
    }),
  );
  return {
    profile,
    separator: candidate.separator,
    headerRow: row + depth + subheads.length,
    header,
    columns,
    unused: unusedHeaders(profile, names, new Set([...found.columns.values()].flat())),
  };
}

/** Without what stands empty behind the last name where no row has a cell there. */
function trimmed(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const lastName = header.findLastIndex((name) => name !== "");
  return header.slice(0, Math.max(lastName + 1, ...rows.map((cells) => cells.length)));
}

/** Rows below the header that may name units, or the columns once more. */
const mostBelow = 2;

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
  const isOfOthers = type === "whole" ? own?.countsMany : type === "rate" && own?.amount && own.amount !== "yuan";
  if (own && isOfOthers) throw new PlainError("L-220", { unit: own.text });
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

/** A column's name as messages show it, and the ways in which a dictionary may know it. */
export interface HeaderName {
  readonly text: string;
  /** The name and those of its groups, as written. */
  readonly parts: readonly string[];
  /** The name with those of its groups, and by itself: what it means in any group. */
  readonly joined: readonly string[];
  readonly alone: readonly string[];
}

const spellingsOf = ({ joined, alone }: HeaderName) => [...joined, ...alone];

/** Words of a group's name that say whose payments stand below it: 统筹 below 大病保险 is none of the pool. */
const payers: readonly (readonly [word: string, fields: readonly string[]])[] = [
  ["大病", ["serious_illness_pay"]],
  ["救助", ["medical_aid_pay"]],
  ["公务员", ["civil_servant_pay"]],
  ["补充", ["supplementary_pay", "serious_illness_pay", "large_amount_pay"]],
  ["大额", ["large_amount_pay"]],
  ["伤残", ["disabled_veteran_pay"]],
  ["账户", ["account_pay", "family_account_pay"]],
];

/** Whether a field may stand below groups of these names. */
function mayBelong(field: string, groups: readonly string[]): boolean {
  const meant = payers.filter(([word]) => groups.some((group) => group.includes(word))).flatMap(([, fields]) => fields);
  return meant.length === 0 || meant.includes(field);
}

/**
 * The names of columns whose header takes one row or several: a group's name stands once, above the first of its columns,
 * and a name that belongs to no group stands in the upper row alone. 基金支付 above 统筹 is looked up as 基金支付统筹,
 * 统筹基金支付 and 统筹.
 */
export function headerNames(rows: readonly (readonly string[])[]): HeaderName[] {
  const width = Math.max(...rows.map((cells) => cells.length));
  const groups = rows.map(() => "");
  return Array.from({ length: width }, (_, column) => {
    const cells = rows.map((row) => row[column]?.trim() ?? "");
    const lowest = cells.findLastIndex((cell) => cell !== "");
    cells.forEach((cell, level) => {
      if (cell !== "") groups.fill("", level).splice(level, 1, cell);
    });
    const path = cells.slice(0, lowest).map((cell, level) => cell || groups[level]!);
    const name = cells[lowest] ?? "";
    const above = path.filter((group) => group !== "");
    const parts = [...above, name];
    const [group = "", ...higher] = above.map(withoutBrackets).reverse();
    const joined = group ? [higher.reverse().join("") + group + name, group + name, name + group] : [];
    return { text: parts.join("/"), parts, joined: joined.flatMap(headerSpellings), alone: headerSpellings(name) };
  });
}

function isSomethingElse({ neverWith }: Profile, names: readonly HeaderName[]): boolean {
  return neverWith.size > 0 && names.some((name) => spellingsOf(name).some((spelling) => neverWith.has(spelling)));
}

interface Found {
  /** Field to its column, and to those that are added to it. */
  readonly columns: Map<string, number[]>;
  /** Usual headers of required fields that no column carries. */
  readonly missing: string[];
  /** Why two columns cannot both stand for one field: L-210 for one header twice, L-214 for two headers of one amount. */
  readonly clash: PlainError | null;
}

/**
 * A layout described from such a file stands before all others. Else columns found count for a layout, required ones
 * that are missing twice against it; of equals the one stands whose columns are told apart.
 */
function better(a: Match, b: Match): boolean {
  const isExact = ({ profile, found }: Match) => Number(profile.exact && found.missing.length === 0);
  const score = ({ found: { columns, missing, clash } }: Match) =>
    columns.size - 2 * missing.length - (clash ? 0.5 : 0);
  return isExact(a) === isExact(b) ? score(a) > score(b) : isExact(a) > isExact(b);
}

/** A place that a header fills: a field, 0 for its own column, above for the columns that are added to it. */
type Place = readonly [field: string, part: number];

/** A place with how well a header names it: the lowest rank carries a field that several columns could. */
interface Named {
  readonly place: Place;
  readonly rank: number;
}

const placesByHeader = new WeakMap<Profile, Map<string, Named[]>>();

function headerIndex(profile: Profile): Map<string, Named[]> {
  const known = placesByHeader.get(profile);
  if (known) return known;
  const index = new Map<string, Named[]>();
  const add = (header: string, named: Named) => {
    const key = comparableHeader(header);
    index.set(key, [...(index.get(key) ?? []), named]);
  };
  const fields = fieldsOf(profile.kind);
  for (const [field, headers] of Object.entries(profile.headers))
    for (const [at, header] of headers.entries()) {
      const { type } = fields[field]!;
      const isOfNames = isOfCodes(type) || type === "identity";
      add(header, { place: [field, 0], rank: isOfNames && saysCode(header) ? at - headers.length : at });
    }
  for (const [field, headers] of Object.entries(profile.added))
    for (const [part, header] of headers.entries()) add(header, { place: [field, part + 1], rank: 0 });
  placesByHeader.set(profile, index);
  return index;
}

/** Beside 医疗类别编码, 医疗类别 holds the name of the code. */
const saysCode = (header: string) => /(编码|代码|编号)$/.test(header);

function findFields(profile: Profile, names: readonly HeaderName[], rows: readonly (readonly string[])[]): Found {
  const index = headerIndex(profile);
  const columns = new Map<string, number[]>();
  const ranks = new Map<string, number>();
  let clash: PlainError | null = null;
  const firstKnown = (spellings: readonly string[]) =>
    spellings.map((spelling) => index.get(spelling)).find((found) => found !== undefined);
  names.forEach(({ text, parts, joined, alone }, position) => {
    const inAnyGroup = firstKnown(alone)?.filter(({ place: [field] }) => mayBelong(field, parts.slice(0, -1)));
    const named = profile.exact ? firstKnown([comparableHeader(text)]) : (firstKnown(joined) ?? inAnyGroup);
    for (const { place, rank } of named ?? []) {
      const [field, part] = place;
      const { type } = fieldsOf(profile.kind)[field]!;
      if (dates.includes(type) && areTimesOfDay(rows.map((cells) => cells[position] ?? ""))) continue;
      const positions = columns.get(field) ?? [];
      const first = positions[part];
      if (first !== undefined) clash ??= clashOf(names, [first, position], type);
      if (first === undefined || rank < ranks.get(place.join())!) {
        positions[part] = position;
        ranks.set(place.join(), rank);
      }
      columns.set(field, positions);
    }
  });
  const missing = neededHeaders(profile).flatMap(([header, field, part]) =>
    columns.get(field)?.[part] === undefined ? [header] : [],
  );
  for (const group of profile.oneOf)
    if (!group.some((name) => columns.has(name)))
      missing.push(group.map((name) => profile.headers[name]![0]!).join("/"));
  return { columns, missing, clash };
}

const dates: readonly FieldType[] = ["day", "moment"];

/** Beside 结算日期, 结算时间 may hold the time alone, which is no date. */
function areTimesOfDay(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.length > 0 && filled.every((cell) => /^\s*\d{1,2}:\d{2}(:\d{2})?\s*$/.test(cell));
}

/** Which of two amounts is meant nobody can tell; of other columns with different headers the better one is read. */
function clashOf(names: readonly HeaderName[], [one, other]: [number, number], type: FieldType): PlainError | null {
  const [column, second] = [names[one]!.text, names[other]!.text];
  if (comparableHeader(column) === comparableHeader(second))
    return new PlainError("L-210", { column: second, first: one + 1, second: other + 1 });
  return type === "money"
    ? new PlainError("L-214", { column, other: second, first: one + 1, second: other + 1 })
    : null;
}

/** The headers that a file of a layout must have, each with the place that it fills. */
function neededHeaders({ kind, headers, added, exact }: Profile): (readonly [header: string, ...Place])[] {
  const required = Object.entries(fieldsOf(kind)).filter(([name, field]) => (exact ? headers[name] : field.required));
  return [
    ...required.map(([name]) => [headers[name]![0]!, name, 0] as const),
    ...Object.entries(added).flatMap(([name, more]) => more.map((header, part) => [header, name, part + 1] as const)),
  ];
}

function unusedHeaders(profile: Profile, names: readonly HeaderName[], used: ReadonlySet<number>): string[] {
  const known = new Set(profile.neverRead.map(comparableHeader));
  return names
    .filter((name, i) => !used.has(i) && name.text !== "" && !spellingsOf(name).some((header) => known.has(header)))
    .map(({ text }) => text);
}

const withoutBrackets = (header: string) => header.replace(/[([（【〔].*[)\]）】〕]\s*$/, "");

/** Cells that name columns a row has at least to be a header once more, and their share. */
const fewestNames = 3;
const mostlyNames = 0.6;

/** Whether a row below the header names its columns again: in Chinese below codes, or the other way round. */
function namesColumns(kind: ExtractKind, cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  const layouts = profiles.filter((profile) => profile.kind === kind);
  const known = filled.filter((cell) => {
    const spellings = headerSpellings(cell);
    return layouts.some((profile) => spellings.some((spelling) => headerIndex(profile).has(spelling)));
  });
  return known.length >= Math.max(fewestNames, filled.length * mostlyNames);
}
