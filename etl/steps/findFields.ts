import { PlainError } from "@/domain/errors";
import type { ExtractKind } from "@/domain/load";
import { comparableHeader, type Profile } from "../profiles/define";
import { type FieldType, fieldsOf, isMeasure, isOfCodes } from "../profiles/fields";
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

export function headerIndex(profile: Profile): Map<string, Named[]> {
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

/** Words of a group's name that say who pays what stands below it: 统筹 below 大病保险 is none of the pool. */
const payers: readonly (readonly [word: string, fields: readonly string[]])[] = [
  ["大病", ["serious_illness_pay"]],
  ["救助", ["medical_aid_pay"]],
  ["公务员", ["civil_servant_pay"]],
  ["补充", ["supplementary_pay", "serious_illness_pay", "large_amount_pay"]],
  ["大额", ["large_amount_pay"]],
  ["伤残", ["disabled_veteran_pay"]],
  ["账户", ["account_pay", "family_account_pay"]],
];

/** Words of a group's name that say that numbers below it are not those of the time of the list. */
const otherTimes = /上年|去年|前年|上期|同期|环比|同比|增减|增长|较/;
/** Words that say that who stands below is not who the row is of. */
const otherPersons = /监护|户主|联系人|代办|经办|家长|父|母|配偶|法定代表/;
const ofPersons = ["person_number", "certificate_number"];

/** Groups that name more than a payer. */
const ofSeveral = /基本|统筹|对象/;

/**
 * Whether a field may stand below groups of these names: no number below another year or, in lists, below a part of the
 * whole (其中), no person below another, and no payment below another payer, where they name one.
 */
function mayBelong(kind: ExtractKind, field: string, groups: readonly string[]): boolean {
  const speakOf = (words: RegExp) => groups.some((group) => words.test(group));
  if (ofPersons.includes(field) && speakOf(otherPersons)) return false;
  if (isMeasure(fieldsOf(kind)[field]!.type) && speakOf(otherTimes)) return false;
  if ((kind === "enrolment" || kind === "manual_aid") && speakOf(/其中/)) return false;
  const meant = payers.filter(([word]) => groups.some((group) => group.includes(word)));
  const isOfOne = field.endsWith("_pay") && meant.length === 1 && !groups.some((group) => ofSeveral.test(group));
  return !isOfOne || meant[0]![1].includes(field);
}

const dates: readonly FieldType[] = ["day", "moment", "begin"];

/** Beside 结算日期, 结算时间 may hold the time of day alone, in whatever form, or nothing. */
const holdsDates = (cells: readonly string[]) =>
  cells.some((cell) => /^\s*((19|20)\d\d|\d{5}(\.\d+)?\s*$|\d{1,2}[-/.]\d{1,2}[-/.])/.test(cell));

/** Added to the rank of a column of dates that holds none, and of one whose name is known only without its brackets. */
const undated = 1000;
const shortened = 100;

const isWhole = ({ joined, alone }: HeaderName, index: ReadonlyMap<string, unknown>) =>
  joined.some((name) => index.has(name)) || index.has(alone[0]!);

/** Looks the names of columns up in a layout; `rows` are the first below them. */
export function findFields(
  profile: Profile,
  names: readonly HeaderName[],
  rows: readonly (readonly string[])[],
): Found {
  const index = headerIndex(profile);
  const columns = new Map<string, number[]>();
  const ranks = new Map<string, number>();
  const clashes = new Map<string, PlainError>();
  const firstKnown = (spellings: readonly string[]) =>
    spellings.map((spelling) => index.get(spelling)).find((found) => found !== undefined);
  names.forEach(({ text, parts, joined, alone }, position) => {
    const inAnyGroup = firstKnown(alone)?.filter(({ place: [field] }) =>
      mayBelong(profile.kind, field, parts.slice(0, -1)),
    );
    const named = profile.exact ? firstKnown([comparableHeader(text)]) : (firstKnown(joined) ?? inAnyGroup);
    for (const { place, rank } of named ?? []) {
      const [field, part] = place;
      const { type } = fieldsOf(profile.kind)[field]!;
      const positions = columns.get(field) ?? [];
      const first = positions[part];
      const key = place.join();
      const isDated = !dates.includes(type) || holdsDates(rows.map((cells) => cells[position] ?? ""));
      const ranked = rank + (isDated ? 0 : undated) + (isWhole(names[position]!, index) ? 0 : shortened);
      const known = ranks.get(key) ?? Number.POSITIVE_INFINITY;
      const clash = first === undefined ? null : clashOf(names, [first, position], type, ranked === known);
      if (clash && !clashes.has(key)) clashes.set(key, clash);
      if (first === undefined || ranked < known) {
        if (!clash) clashes.delete(key);
        positions[part] = position;
        ranks.set(key, ranked);
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
  return { columns, missing, clash: [...clashes.values()][0] ?? null };
}

/**
 * Which of two amounts is meant nobody can tell, nor of two numbers that are named alike; of other columns with different
 * headers the better one is read.
 */
function clashOf(
  names: readonly HeaderName[],
  [one, other]: [number, number],
  type: FieldType,
  areAlike: boolean,
): PlainError | null {
  const [column, second] = [names[one]!.text, names[other]!.text];
  if (comparableHeader(column) === comparableHeader(second))
    return new PlainError("L-210", { column: second, first: one + 1, second: other + 1 });
  return type === "money" || (type === "whole" && areAlike)
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
