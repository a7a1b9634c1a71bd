import { PlainError } from "@/domain/errors";
import type { AmountUnit } from "@/domain/extractProfile";
import type { Encoding, ExtractKind } from "@/domain/load";
import { profiles } from "../profiles";
import { comparableHeader, headerSpellings, type Profile } from "../profiles/define";
import { type FieldType, fieldsOf, isOfCodes } from "../profiles/fields";
import { garbledTraces } from "../review/garbledTraces";

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
  /** Row of the header, counted as a spreadsheet does: the first row is 1. Of several rows, the last. */
  readonly headerRow: number;
  /** Rows that the header takes; more than one where names stand below the names of their groups. */
  readonly headerDepth: number;
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
          const match = { found: findFields(profile, names), candidate, names, row, depth, profile };
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
  const header = names.map(({ text }) => text);
  if (header.length > mostColumns) throw new PlainError("L-105", { row: row + depth });
  const titles = candidate.rows.slice(0, row).flat().map(comparableHeader).join(" ");
  const stated = unitIn(/单位[:]?(人民币)?(万?元)/.exec(titles)?.[2] ?? "");
  const columns = new Map(
    [...found.columns].map(([field, [index = 0, ...added]]) => {
      const { text, parts } = names[index]!;
      const isMoney = fieldsOf(profile.kind)[field]!.type === "money";
      const own = profile.units[field] ?? parts.map((part) => unitIn(bracketed(part))).find((unit) => unit !== null);
      return [field, { index, header: text, unit: isMoney ? (own ?? stated) : null, added }];
    }),
  );
  return {
    profile,
    separator: candidate.separator,
    headerRow: row + depth,
    headerDepth: depth,
    header,
    columns,
    unused: unusedHeaders(profile, names, new Set([...found.columns.values()].flat())),
  };
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
  readonly spellings: readonly string[];
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
    return { text: parts.join("/"), parts, spellings: [...joined, name].flatMap(headerSpellings) };
  });
}

function isSomethingElse({ neverWith }: Profile, names: readonly HeaderName[]): boolean {
  return neverWith.size > 0 && names.some(({ spellings }) => spellings.some((spelling) => neverWith.has(spelling)));
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
 * that are missing twice against it.
 */
function better(a: Match, b: Match): boolean {
  const isExact = ({ profile, found }: Match) => Number(profile.exact && found.missing.length === 0);
  const score = ({ found: { columns, missing } }: Match) => columns.size - 2 * missing.length;
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

function findFields(profile: Profile, names: readonly HeaderName[]): Found {
  const index = headerIndex(profile);
  const columns = new Map<string, number[]>();
  const ranks = new Map<string, number>();
  let clash: PlainError | null = null;
  names.forEach(({ text, spellings }, position) => {
    const written = profile.exact ? [comparableHeader(text)] : spellings;
    const named = written.map((spelling) => index.get(spelling)).find((found) => found !== undefined) ?? [];
    for (const { place, rank } of named) {
      const [field, part] = place;
      const positions = columns.get(field) ?? [];
      const first = positions[part];
      if (first !== undefined) clash ??= clashOf(names, [first, position], fieldsOf(profile.kind)[field]!.type);
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
    .filter(({ text, spellings }, i) => !used.has(i) && text !== "" && !spellings.some((name) => known.has(name)))
    .map(({ text }) => text);
}

const withoutBrackets = (header: string) => header.replace(/[([（【].*[)\]）】]\s*$/, "");
const bracketed = (header: string) => /[([（【](.*?)[)\]）】]\s*$/.exec(header)?.[1] ?? "";

function unitIn(text: string): AmountUnit | null {
  const unit = comparableHeader(text).replace(/^单位[:]?/, "");
  return unit === "万元" || unit === "万" ? "ten_thousand_yuan" : unit === "元" ? "yuan" : null;
}
