import type { ExtractKind } from "@/domain/load";

/** What deciding needs to know of one extract; `path` is relative to the warehouse folder. */
export interface LoadedExtract {
  readonly loadId: string;
  readonly extractNumber: number;
  readonly scheme: string;
  readonly kind: ExtractKind;
  /** Months, years, or empty for a list that replaces the whole one before it. */
  readonly coverage: readonly string[];
  readonly path: string;
}

/** An extract that answers for `parts` of its coverage: no later load covers them. */
export interface ExtractInForce extends LoadedExtract {
  readonly parts: readonly string[];
}

/** The one part of a list that is replaced whole. */
export const whole = "all";

/** Lists of the whole region; the other kinds are kept apart by scheme. */
const acrossSchemes: readonly ExtractKind[] = ["hardship_registry", "institutions", "indicators"];

/**
 * The extracts in force of one region: for each kind and part of a period, those of the last load that covers it.
 * `extracts` stand in the order in which their loads were published; those of one load are united.
 */
export function extractsInForce<T extends LoadedExtract>(extracts: readonly T[]): (T & ExtractInForce)[] {
  const answering = new Map<string, string>();
  for (const extract of extracts) {
    for (const part of partsOf(extract)) answering.set(claim(extract, part), extract.loadId);
  }
  return extracts
    .map((extract) => ({
      ...extract,
      parts: partsOf(extract).filter((part) => answering.get(claim(extract, part)) === extract.loadId),
    }))
    .filter(({ parts }) => parts.length > 0);
}

/** The loads behind extracts in force, in the order of their publication. */
export function loadsInForce(extracts: readonly ExtractInForce[]): string[] {
  return [...new Set(extracts.map(({ loadId }) => loadId))];
}

/** Where the rows of some kinds of extracts stand. */
export const pathsOf = (extracts: readonly ExtractInForce[], kinds: readonly ExtractKind[]): string[] =>
  extracts.filter(({ kind }) => kinds.includes(kind)).map(({ path }) => path);

/** Whether the same extracts of some kinds are in force, in whatever order. */
export function sameExtracts(
  one: readonly ExtractInForce[],
  other: readonly ExtractInForce[],
  kinds: readonly ExtractKind[],
): boolean {
  const [a, b] = [one, other].map((extracts) => pathsOf(extracts, kinds).sort().join("\n"));
  return a === b;
}

/** What stands in one list only. */
export function difference(one: readonly string[], other: readonly string[]): string[] {
  return [...one.filter((item) => !other.includes(item)), ...other.filter((item) => !one.includes(item))];
}

function partsOf({ coverage }: LoadedExtract): readonly string[] {
  return coverage.length > 0 ? coverage : [whole];
}

function claim({ kind, scheme }: LoadedExtract, part: string): string {
  return JSON.stringify([kind, acrossSchemes.includes(kind) ? "" : scheme, part]);
}
