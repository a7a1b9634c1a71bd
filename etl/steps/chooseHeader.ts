import { PlainError } from "@/domain/errors";
import type { Encoding, ExtractKind } from "@/domain/load";
import { profiles } from "../profiles";
import type { Profile } from "../profiles/define";
import { garbledTraces } from "../review/garbledTraces";
import { type Found, findFields, neededHeaders } from "./findFields";
import { type HeaderName, headerNames, spellingsOf } from "./headerNames";
import { unitOfHeader } from "./statedUnit";

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
/** Levels of names that a header may have. */
export const mostDepth = 3;

/** A header: rows of a file in which a layout finds its columns. */
export interface Match {
  readonly found: Found;
  readonly candidate: Candidate;
  readonly names: readonly HeaderName[];
  /** Position of its first row, from 0, and how many rows it has. */
  readonly row: number;
  readonly depth: number;
  /** The first rows of the file behind it. */
  readonly rowsBelow: readonly (readonly string[])[];
  readonly profile: Profile;
}

/**
 * Finds header, layout and separator: the rows and the profile that map most columns and miss fewest required ones.
 * `kind` and `profile` narrow the choice. Throws L-116 (with what is missing), L-117 (no such layout), L-203 (garbled names),
 * L-206 (a full-width separator), L-224 (blanks alone), L-210, L-214 (two columns of one field) or L-436 (a table above).
 */
export function chooseHeader(candidates: readonly Candidate[], choice: Choice): Match {
  const allowed = [...(choice.described ?? []), ...profiles].filter(
    ({ kind, name }) => (!choice.kind || kind === choice.kind) && (!choice.profile || name === choice.profile),
  );
  if (allowed.length === 0) throw new PlainError("L-117", { profile: choice.profile ?? "", kind: choice.kind ?? "" });
  const chosen = bestMatch(candidates, allowed, Boolean(choice.kind || choice.profile));
  if (!chosen || chosen.found.missing.length > 0) refuseGarbled(candidates);
  if (!chosen) {
    const [likeliest] = allowed as [Profile, ...Profile[]];
    throw noHeader(
      neededHeaders(likeliest).map(([header]) => header),
      likeliest,
      candidates.flatMap(({ rows }) => rows.slice(0, headerRows).flat()),
    );
  }
  const { found, candidate, names, row, profile } = chosen;
  if (candidate.separator === "，") throw new PlainError("L-206", { row: row + 1 });
  if (found.missing.length > 0)
    throw noHeader(
      found.missing,
      profile,
      names.map(({ text }) => text),
    );
  if (candidate.separator === " ") throw new PlainError("L-224", { row: row + 1 });
  if (found.clash) throw found.clash;
  requireOneTable(chosen);
  return chosen;
}

/** `isSaid`: the user named kind or layout, whatever other layouts the columns are known from. */
function bestMatch(candidates: readonly Candidate[], allowed: readonly Profile[], isSaid: boolean): Match | null {
  let best: Match | null = null;
  for (const candidate of candidates)
    for (let depth = 1; depth <= mostDepth; depth++)
      for (let row = 0; row + depth <= Math.min(candidate.rows.length, headerRows); row++) {
        const names = headerNames(candidate.rows.slice(row, row + depth));
        const rowsBelow = candidate.rows.slice(row + depth);
        for (const profile of allowed) {
          if (!isSaid && isSomethingElse(profile, names)) continue;
          const found = findFields(profile, names, rowsBelow);
          const match = { found, candidate, names, row, depth, rowsBelow, profile };
          if (found.columns.size > 0 && (!best || better(match, best))) best = match;
        }
      }
  return best;
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
