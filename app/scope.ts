import { type AvailableFundBasis, type BasesSet, basisOn, isAvailableFundBasis } from "@/domain/availableFundBasis";
import { type Dimension, dimensions, hardshipStatuses, isDimension, tiers, visitClasses } from "@/domain/dimensions";
import { type Month, type Period, parsePeriod, periodBetween, samePeriodLastYear, yearOf } from "@/domain/period";
import type { Filter, Key, QuestionScope } from "@/figures/question";

/** Query parameters as Next gives them. */
export type SearchParams = Record<string, string | string[] | undefined>;

/** What a page shows, wholly held by its address. */
export interface Scope extends QuestionScope {
  /** The bases that are set in the region: what an address means that names none. */
  readonly bases: BasesSet;
}

/** A part of the address that cannot be read: shown to the reader, never guessed around. */
export class UnreadableScope extends Error {
  constructor(readonly part: string) {
    super(`unreadable scope: ${part}`);
    this.name = "UnreadableScope";
  }
}

/** What an address may leave out: the region, and months that have data (ascending), of the version shown. */
export interface ScopeDefaults {
  readonly region: string;
  readonly months: readonly Month[];
  readonly bases: BasesSet;
}

export const defaultScheme = "390";

const members: Partial<Record<Dimension, readonly string[]>> = {
  tier: tiers,
  visit_class: visitClasses,
  hardship_status: hardshipStatuses,
};

export const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) || undefined;

/** The data version that an address asks for, or null for the current one. Throws UnreadableScope. */
export function asOfIn(params: SearchParams): number | null {
  const text = single(params.as_of);
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UnreadableScope(`as_of=${text}`);
  return Number(text);
}

/** The region an address names, or null. Throws UnreadableScope. */
export function regionIn(params: SearchParams): string | null {
  const text = single(params.region);
  if (text !== undefined && !/^\d{6}$/.test(text)) throw new UnreadableScope(`region=${text}`);
  return text ?? null;
}

/**
 * Reads an address: `region period compare as_of scheme basis` and one parameter per filtered dimension, members joined by
 * commas. The period left out is January to the last month with data; the comparison left out is 同期, the
 * basis left out the one that is set for the year. Throws UnreadableScope.
 */
export function readScope(params: SearchParams, defaults: ScopeDefaults): Scope {
  const scheme = single(params.scheme) ?? defaultScheme;
  if (!/^\d{3}$/.test(scheme)) throw new UnreadableScope(`scheme=${scheme}`);
  const period = readPeriod("period", single(params.period)) ?? latestYearToDate(defaults.months);
  const compareText = single(params.compare);
  const compare = compareText === "none" ? null : (readPeriod("compare", compareText) ?? samePeriodLastYear(period));
  return {
    region: defaults.region,
    scheme,
    period,
    compare,
    basis: readBasis(single(params.basis)) ?? basisOn(defaults.bases, scheme, yearOf(period)),
    bases: defaults.bases,
    asOf: asOfIn(params),
    where: readFilter(params),
  };
}

function readBasis(text: string | undefined): AvailableFundBasis | null {
  if (text === undefined) return null;
  if (!isAvailableFundBasis(text)) throw new UnreadableScope(`basis=${text}`);
  return text;
}

function readPeriod(name: string, text: string | undefined): Period | null {
  if (text === undefined || text === "same-period") return null;
  const period = parsePeriod(text);
  if (!period) throw new UnreadableScope(`${name}=${text}`);
  return period;
}

function readFilter(params: SearchParams): Filter {
  const filter: Record<string, readonly string[]> = {};
  for (const dimension of dimensions.filter((name) => name !== "region" && name !== "month")) {
    const text = single(params[dimension]);
    if (text === undefined) continue;
    const chosen = text.split(",");
    const allowed = members[dimension];
    const readable = chosen.every((member) => (allowed ? allowed.includes(member) : /^[\w-]{1,64}$/.test(member)));
    if (!readable) throw new UnreadableScope(`${dimension}=${text}`);
    filter[dimension] = chosen;
  }
  return filter;
}

/** A cell as an address names it: `tier:county,visit_class:inpatient`. */
export function cellText(cell: Key): string {
  return Object.entries(cell)
    .map(([dimension, member]) => `${dimension}:${member}`)
    .join(",");
}

/** The cell that an address names; without one, the whole. Throws UnreadableScope. */
export function cellIn(params: SearchParams): Key {
  const text = single(params.cell);
  if (text === undefined) return {};
  const parts = text.split(",").map((part) => part.split(":"));
  const readable = parts.every(([name, member, ...rest]) => isDimension(name!) && member && rest.length === 0);
  if (!readable) throw new UnreadableScope(`cell=${text}`);
  return Object.fromEntries(parts);
}

/** What the whole of a share is narrowed to, as an address names it: `tier:county+city,visit_class:inpatient`. */
export function baseText(base: Filter): string {
  return Object.entries(base)
    .map(([dimension, members]) => `${dimension}:${members.join("+")}`)
    .join(",");
}

/** The base that an address names; without one, everything. Throws UnreadableScope. */
export function baseIn(params: SearchParams): Filter {
  const cell = cellIn({ cell: params.base });
  return Object.fromEntries(Object.entries(cell).map(([dimension, members]) => [dimension, members.split("+")]));
}

/** January to the last month with data. */
export function latestYearToDate(months: readonly Month[]): Period {
  const last = months[months.length - 1]!;
  return periodBetween(`${last.slice(0, 4)}-01`, last);
}

/** The address of `path` in this scope; everything is written out, so that a link means the same tomorrow. */
export function scopedHref(path: string, scope: Scope, extra: Record<string, string> = {}): string {
  const query = new URLSearchParams({ region: scope.region, period: scope.period.id });
  if (scope.scheme !== defaultScheme) query.set("scheme", scope.scheme);
  if (!scope.compare) query.set("compare", "none");
  else if (scope.compare.id !== samePeriodLastYear(scope.period).id) query.set("compare", scope.compare.id);
  if (scope.asOf !== null) query.set("as_of", String(scope.asOf));
  if (scope.basis !== basisOn(scope.bases, scope.scheme, yearOf(scope.period))) query.set("basis", scope.basis);
  for (const [dimension, chosen] of Object.entries(scope.where)) query.set(dimension, chosen.join(","));
  for (const [name, value] of Object.entries(extra)) query.set(name, value);
  return `${path}?${query}`;
}
