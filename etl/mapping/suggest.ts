import type { ExtractProfile } from "@/domain/extractProfile";
import { type ExtractKind, extractKinds } from "@/domain/load";
import { comparableHeader, headerSpellings } from "../profiles/define";
import { fieldsOf, isDated } from "../profiles/fields";
import { profiles } from "../profiles/index";
import { isTotalName } from "../steps/belowHeader";
import { isPersonalHeader } from "./personalHeaders";
import { missingFields } from "./readProfile";
import { type ColumnShape, fitOf, shapeOf } from "./shapes";
import { headerLikeness, wordLikeness, wordsOf } from "./words";

/** A column of a file that no layout knows: its name and its first cells. */
export interface SampledColumn {
  /** As written; of a header in several rows, with the names of its groups. */
  readonly header: string;
  readonly cells: readonly string[];
}

export const confidences = ["certain", "likely", "possible"] as const;
export type Confidence = (typeof confidences)[number];

/** Why a field is suggested for a column, or none: words in messages/zh-CN/mapping.ts. */
export interface Reason {
  readonly kind: "same_name" | "alike_name" | "words" | "personal" | "empty" | "unknown";
  /** The header or words of the dictionary that it goes by. */
  readonly known: string;
  /** Whether the cells look like what the field holds; null where there are none. */
  readonly fits: boolean | null;
}

export interface Suggestion {
  readonly header: string;
  /** Null: nothing fits; the column is not read. */
  readonly field: string | null;
  readonly confidence: Confidence | null;
  readonly reason: Reason;
}

/** What a file of an unknown layout may be: its kind, a field for each column, and what is missing. */
export interface SuggestedProfile {
  readonly profile: ExtractProfile;
  readonly suggestions: readonly Suggestion[];
  /** Required fields that nothing carries: each needs a column or a constant. */
  readonly missing: readonly string[];
}

const weakest = 0.42;
const strong = 0.7;
const poorFit = 0.5;

/** Suggests a description of a file. `kind` null: the kind of which most is found and least is missing. */
export function suggestProfile(columns: readonly SampledColumn[], name: string, kind: ExtractKind | null) {
  const kinds = kind ? [kind] : extractKinds;
  const suggested = kinds.map((each) => suggestFor(columns, name, each));
  return suggested.reduce((best, next) => (worth(next) > worth(best) ? next : best));
}

function worth({ suggestions, missing }: SuggestedProfile): number {
  const points = { certain: 1, likely: 0.7, possible: 0.2 } as const;
  return suggestions.reduce((sum, { confidence }) => sum + (confidence ? points[confidence] : 0), 0) - missing.length;
}

interface Match {
  readonly column: number;
  readonly field: string;
  readonly score: number;
  /** By which columns are given out: the same name first, of others the required fields. */
  readonly rank: number;
  readonly fit: number;
  readonly reason: Reason;
}

function suggestFor(columns: readonly SampledColumn[], name: string, kind: ExtractKind): SuggestedProfile {
  const shapes = columns.map(({ cells }) => shapeOf(cells));
  const words = columns.map(({ header }) => wordsOf(header));
  const spread = (word: string) => words.filter((list) => list.includes(word)).length;
  const weight = (word: string) => 1 / Math.sqrt(Math.max(1, spread(word)));
  const matches = columns
    .flatMap((column, at) => matchesOf(column, at, kind, { shape: shapes[at]!, words: words[at]!, weight }))
    .sort((a, b) => b.rank - a.rank);
  const chosen = new Map<number, Match>();
  const taken = new Set<string>();
  for (const match of matches) {
    if (chosen.has(match.column) || taken.has(match.field)) continue;
    chosen.set(match.column, match);
    taken.add(match.field);
  }
  for (const match of [...chosen.values()]) settleGroup(columns, kind, chosen, match);
  const suggestions = columns.map((column, at) => suggestionOf(column, shapes[at]!, chosen.get(at) ?? null));
  const dates = [...chosen.values()].flatMap(({ column, field }) => {
    const { date, dateOrder } = shapes[column]!;
    return isDated(fieldsOf(kind)[field]!.type) && date > poorFit && dateOrder !== "year_month_day"
      ? [[field, dateOrder] as const]
      : [];
  });
  const ordered = Object.keys(fieldsOf(kind)).flatMap((field) => {
    const headers = columns.flatMap(({ header }, at) => (chosen.get(at)?.field === field ? [header] : []));
    return headers.length > 0 ? [[field, headers.length > 1 ? headers : headers[0]!] as const] : [];
  });
  const profile: ExtractProfile = {
    format: 1,
    name,
    kind,
    columns: Object.fromEntries(ordered),
    ...(dates.length > 0 ? { dates: Object.fromEntries(dates) } : {}),
  };
  return { profile, suggestions, missing: missingFields(profile).map(({ details }) => String(details.field)) };
}

const lastName = (header: string) => header.slice(header.lastIndexOf("/") + 1);

/**
 * The columns of a group that is itself called as the field of one of them is, 应筹金额 above 中央 and 省: none of them is
 * the field, but their total, or all together. Empty where there is no such group.
 */
function partsOf(columns: readonly SampledColumn[], kind: ExtractKind, { column, field }: Match): number[] {
  const { header } = columns[column]!;
  const group = header.slice(0, -lastName(header).length);
  const known = knownHeaders(kind, field).map(comparableHeader);
  if (!headerSpellings(group.slice(0, -1)).some((spelling) => known.includes(spelling))) return [];
  const parts = columns.flatMap((each, at) => (each.header.startsWith(group) ? [at] : []));
  return parts.length > 1 ? parts : [];
}

/** Gives a field that a column has by the name of its group to the total of the group, or to all of it. */
function settleGroup(
  columns: readonly SampledColumn[],
  kind: ExtractKind,
  chosen: Map<number, Match>,
  match: Match,
): void {
  const parts = partsOf(columns, kind, match);
  const isNamed = (at: number) => isNamedItself(columns[at]!, kind, chosen.get(at)?.field);
  if (chosen.get(match.column) !== match || parts.length === 0 || isNamed(match.column)) return;
  if (parts.some(isNamed)) {
    chosen.delete(match.column);
    return;
  }
  const total = parts.find((at) => isTotalName(lastName(columns[at]!.header)));
  const isAmount = fieldsOf(kind)[match.field]!.type === "money";
  for (const column of parts) chosen.delete(column);
  for (const column of total !== undefined ? [total] : isAmount ? parts : []) chosen.set(column, { ...match, column });
}

/** Whether a column is taken for the field by its own name, not by that of its group alone. */
const isNamedItself = ({ header }: SampledColumn, kind: ExtractKind, field: string | undefined): boolean =>
  field !== undefined && mostAlike(lastName(header), knownHeaders(kind, field)).likeness >= weakest;

/** The fields that a column may carry, with how much speaks for each: mostly its name, and its cells. */
function matchesOf(
  { header }: SampledColumn,
  column: number,
  kind: ExtractKind,
  looks: { shape: ColumnShape; words: readonly string[]; weight: (word: string) => number },
): Match[] {
  const { shape, words, weight } = looks;
  return Object.entries(fieldsOf(kind)).flatMap(([field, { type, required }]): Match[] => {
    const known = knownHeaders(kind, field);
    const spellings = headerSpellings(header);
    const same = known.find((each) => spellings.includes(comparableHeader(each)));
    const named = same ? { likeness: 1, known: same } : mostAlike(header, known);
    const byWords = wordLikeness(wordsOf(field), words, weight, required === true);
    const likeness = Math.max(named.likeness, byWords);
    if (likeness === 0 || (isPersonalHeader(header) && !["person", "certificate"].includes(type))) return [];
    const fit = fitOf(shape, type);
    const score = likeness * 0.75 + fit * 0.2;
    if (score < weakest || likeness < 0.3 || (fit < poorFit / 2 && !same)) return [];
    const fits = shape.filled === 0 ? null : fit >= poorFit;
    const reason: Reason = same
      ? { kind: "same_name", known: same, fits }
      : named.likeness >= byWords
        ? { kind: "alike_name", known: named.known, fits }
        : {
            kind: "words",
            known: wordsOf(field)
              .filter((word) => words.includes(word))
              .join(" "),
            fits,
          };
    return [{ column, field, score, rank: score + (same ? 1 : 0) + (required ? 0.15 : 0), fit, reason }];
  });
}

function suggestionOf({ header }: SampledColumn, shape: ColumnShape, match: Match | null): Suggestion {
  if (match) {
    const { field, score, fit, reason } = match;
    const isSame = reason.kind === "same_name" && fit >= poorFit;
    return { header, field, confidence: isSame ? "certain" : score >= strong ? "likely" : "possible", reason };
  }
  const kind =
    isPersonalHeader(header) || shape.certificate > poorFit || shape.phone > poorFit
      ? "personal"
      : shape.filled === 0
        ? "empty"
        : "unknown";
  return { header, field: null, confidence: null, reason: { kind, known: "", fits: null } };
}

/** The headers under which the layouts of the program know a field. */
const knownHeaders = (kind: ExtractKind, field: string) =>
  profiles.filter((profile) => profile.kind === kind).flatMap(({ headers }) => headers[field] ?? []);

function mostAlike(header: string, known: readonly string[]) {
  return known
    .map((each) => ({ likeness: 0.9 * headerLikeness(header, each), known: each }))
    .reduce((best, next) => (next.likeness > best.likeness ? next : best), { likeness: 0, known: "" });
}
