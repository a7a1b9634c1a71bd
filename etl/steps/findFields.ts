import { PlainError } from "@/domain/errors";
import type { ExtractKind } from "@/domain/load";
import { profiles } from "../profiles";
import { comparableHeader, headerSpellings, type Profile } from "../profiles/define";
import { type FieldType, fieldsOf, isOfCodes } from "../profiles/fields";
import type { HeaderName } from "./headerNames";

/** The columns that a layout finds in a header. */
export interface Found {
  /** Field to its column, and to those that are added to it. */
  readonly columns: Map<string, number[]>;
  /** Usual headers of required fields that no column carries. */
  readonly missing: string[];
  /** Why two columns cannot both stand for one field: L-210 for one header twice, L-214 for two headers of one amount. */
  readonly clash: PlainError | null;
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

const dates: readonly FieldType[] = ["day", "moment"];

/** Beside 结算日期, 结算时间 may hold the time alone, which is no date. */
function areTimesOfDay(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.length > 0 && filled.every((cell) => /^\s*\d{1,2}:\d{2}(:\d{2})?\s*$/.test(cell));
}

/** Looks the names of columns up in a layout; `rows` are the first below them. */
export function findFields(
  profile: Profile,
  names: readonly HeaderName[],
  rows: readonly (readonly string[])[],
): Found {
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
export function neededHeaders({ kind, headers, added, exact }: Profile): (readonly [header: string, ...Place])[] {
  const required = Object.entries(fieldsOf(kind)).filter(([name, field]) => (exact ? headers[name] : field.required));
  return [
    ...required.map(([name]) => [headers[name]![0]!, name, 0] as const),
    ...Object.entries(added).flatMap(([name, more]) => more.map((header, part) => [header, name, part + 1] as const)),
  ];
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
