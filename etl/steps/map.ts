import { PlainError } from "@/domain/errors";
import type { ExtractKind } from "@/domain/load";
import type { MoneyUnit } from "../grammar/money";
import { profiles } from "../profiles";
import { comparableHeader, headerSpellings, type Profile } from "../profiles/define";
import { fieldsOf } from "../profiles/fields";

/** A column of the file that carries a standard field. */
export interface MappedColumn {
  /** 0-based position. */
  readonly index: number;
  /** As written in the file. */
  readonly header: string;
  /** The unit that the header (or a title line) states for an amount. */
  readonly unit: MoneyUnit | null;
}

/** How one file is read: which row is the header, and which column carries which field. */
export interface Mapping {
  readonly profile: Profile;
  readonly separator: string;
  /** Row of the header, counted as a spreadsheet does: the first row is 1. */
  readonly headerRow: number;
  readonly header: readonly string[];
  readonly columns: ReadonlyMap<string, MappedColumn>;
  /** Headers that no field uses and that the layout is not known to have. */
  readonly unused: readonly string[];
}

/** The first rows of a file, parted by one separator. */
export interface Candidate {
  readonly separator: string;
  readonly rows: readonly (readonly string[])[];
}

/** The header must stand in the first rows of the file. */
export const headerRows = 20;

/**
 * Finds header, layout and separator: the row and profile that map most columns and miss fewest required ones.
 * `kind` and `profileName` narrow the choice. Throws L-116 (with what is missing), L-206 or L-210.
 */
export function chooseMapping(
  candidates: readonly Candidate[],
  choice: { kind: ExtractKind | null; profile: string | null },
): Mapping {
  const allowed = profiles.filter(
    ({ kind, name }) => (!choice.kind || kind === choice.kind) && (!choice.profile || name === choice.profile),
  );
  if (allowed.length === 0) throw new PlainError("L-117", { profile: choice.profile ?? "", kind: choice.kind ?? "" });

  let best: { found: Found; candidate: Candidate; row: number; profile: Profile } | null = null;
  for (const candidate of candidates)
    for (const profile of allowed)
      candidate.rows.slice(0, headerRows).forEach((cells, row) => {
        const found = findFields(profile, cells);
        if (found.columns.size > 0 && (!best || better(found, best.found))) best = { found, candidate, row, profile };
      });

  const chosen = best as { found: Found; candidate: Candidate; row: number; profile: Profile } | null;
  if (!chosen) throw new PlainError("L-116", { rows: headerRows, missing: usualHeaders(allowed[0]!).join("、") });
  const { found, candidate, row, profile } = chosen;
  if (candidate.separator === "，") throw new PlainError("L-206", { row: row + 1 });
  if (found.missing.length > 0) throw new PlainError("L-116", { rows: headerRows, missing: found.missing.join("、") });
  if (found.twice) throw new PlainError("L-210", found.twice);
  const header = candidate.rows[row]!;
  const titles = candidate.rows.slice(0, row).flat().map(comparableHeader).join(" ");
  const stated = unitIn(/单位[:]?(人民币)?(万?元)/.exec(titles)?.[2] ?? "");
  const columns = new Map(
    [...found.columns].map(([field, index]) => {
      const text = header[index]!;
      const isMoney = fieldsOf(profile.kind)[field]!.type === "money";
      return [field, { index, header: text.trim(), unit: isMoney ? (unitIn(bracketed(text)) ?? stated) : null }];
    }),
  );
  return {
    profile,
    separator: candidate.separator,
    headerRow: row + 1,
    header,
    columns,
    unused: unusedHeaders(profile, header, new Set(found.columns.values())),
  };
}

interface Found {
  readonly columns: Map<string, number>;
  /** Usual headers of required fields that no column carries. */
  readonly missing: string[];
  readonly twice: { column: string; first: number; second: number } | null;
}

/** Columns found count for a layout, required ones that are missing twice against it. */
function better(a: Found, b: Found): boolean {
  const score = ({ columns, missing }: Found) => columns.size - 2 * missing.length;
  return score(a) > score(b);
}

const fieldByHeader = new WeakMap<Profile, Map<string, string>>();

function headerIndex(profile: Profile): Map<string, string> {
  const known = fieldByHeader.get(profile);
  if (known) return known;
  const index = new Map(
    Object.entries(profile.headers).flatMap(([field, headers]) => headers.map((h) => [comparableHeader(h), field])),
  );
  fieldByHeader.set(profile, index);
  return index;
}

function findFields(profile: Profile, cells: readonly string[]): Found {
  const index = headerIndex(profile);
  const columns = new Map<string, number>();
  let twice: Found["twice"] = null;
  cells.forEach((cell, position) => {
    const field = headerSpellings(cell)
      .map((spelling) => index.get(spelling))
      .find((name) => name !== undefined);
    if (!field) return;
    const first = columns.get(field);
    if (first === undefined) columns.set(field, position);
    else twice ??= { column: cell.trim(), first: first + 1, second: position + 1 };
  });
  const required = Object.entries(fieldsOf(profile.kind)).filter(([, field]) => field.required);
  const missing = required.filter(([name]) => !columns.has(name)).map(([name]) => profile.headers[name]![0]!);
  for (const group of profile.oneOf)
    if (!group.some((name) => columns.has(name)))
      missing.push(group.map((name) => profile.headers[name]![0]!).join("/"));
  return { columns, missing, twice };
}

function usualHeaders(profile: Profile): string[] {
  return Object.entries(fieldsOf(profile.kind))
    .filter(([, field]) => field.required)
    .map(([name]) => profile.headers[name]![0]!);
}

function unusedHeaders(profile: Profile, header: readonly string[], used: ReadonlySet<number>): string[] {
  const known = new Set(profile.neverRead.map(comparableHeader));
  return header
    .filter((text, i) => !used.has(i) && text.trim() !== "" && !headerSpellings(text).some((s) => known.has(s)))
    .map((text) => text.trim());
}

const bracketed = (header: string) => /[([（【](.*?)[)\]）】]\s*$/.exec(header)?.[1] ?? "";

function unitIn(text: string): MoneyUnit | null {
  const unit = comparableHeader(text).replace(/^单位[:]?/, "");
  return unit === "万元" || unit === "万" ? "ten_thousand_yuan" : unit === "元" ? "yuan" : null;
}
