import { type Dimension, hardshipStatuses, tiers, visitClasses } from "@/domain/dimensions";
import { type Decimal, decimal } from "@/domain/money";
import type { Key } from "@/figures/question";
import type { Where } from "@/metrics/compile";
import type { Measure } from "@/metrics/define";
import { type Grain, grainOf } from "@/metrics/grains";
import type { Span } from "@/metrics/span";
import type { TotalledCell } from "@/warehouse/slice";

/** Totals wanted: some measures over one span, cut by `by`, of the rows that `where` keeps. */
export interface CellRequest {
  readonly span: Span;
  /** Without `month`: a month is a span. */
  readonly by: Grain;
  readonly where: Where;
  readonly measures: readonly Measure[];
}

export type Amounts = ReadonlyMap<string, Decimal | null>;

/** One cell of an answer to a request. */
export interface Cell {
  readonly key: Key;
  readonly amounts: Amounts;
}

/** Cells by `keyId`. */
export type Cells = ReadonlyMap<string, Cell>;

/** A key as text, dimensions in their one order. */
export function keyId(key: Key): string {
  return grainOf(Object.keys(key) as Dimension[])
    .map((dimension) => key[dimension])
    .join("\n");
}

/** Requests with the same id ask for the same cells; their measures can be read together. */
export function requestId({ span, by, where }: Omit<CellRequest, "measures">): string {
  const filters = grainOf(Object.keys(where) as Dimension[]).map((name) => [name, [...where[name]!].sort()]);
  return JSON.stringify([span.id, by, filters]);
}

/** The part of a key that a grain knows. */
export function project(key: Key, grain: Grain): Key {
  return Object.fromEntries(
    grain.flatMap((dimension) => (key[dimension] === undefined ? [] : [[dimension, key[dimension]]])),
  );
}

/** The grain whose cells answer a request: what it is cut by and what it filters. */
export function grainNeeded({ by, where }: CellRequest): Grain {
  return grainOf([...by, ...(Object.keys(where) as Dimension[])].filter((dimension) => dimension !== "month"));
}

export interface Assembled {
  readonly cells: Cells;
  /** Several totalled cells were added up into one, which a count of persons does not allow. */
  readonly added: boolean;
}

/** Picks and adds up the totalled cells of one span and of one grain, at least as fine as the request's. */
export function assemble(request: CellRequest, totalled: readonly TotalledCell[]): Assembled {
  const cells = new Map<string, { key: Key; amounts: Map<string, Decimal | null> }>();
  let added = false;
  for (const { key, amounts } of totalled) {
    if (!isKept(key, request.where)) continue;
    const ownKey = project(key, request.by);
    const id = keyId(ownKey);
    const known = cells.get(id);
    const cell = known ?? { key: ownKey, amounts: new Map<string, Decimal | null>() };
    for (const measure of request.measures) addAmount(cell.amounts, measure, amounts[measure.id]);
    cells.set(id, cell);
    added ||= known !== undefined;
  }
  return { cells, added };
}

/** Whether a cell is of the members that a filter keeps. */
export function isKept(key: Key, where: Where): boolean {
  return (Object.entries(key) as [Dimension, string][]).every(
    ([dimension, member]) => where[dimension]?.includes(member) ?? true,
  );
}

/** An amount that a cell does not mention is 0, save a balance, which then has no value; null is no value. */
function addAmount(amounts: Map<string, Decimal | null>, measure: Measure, text: string | null | undefined): void {
  if (text === undefined && measure.total === "closing") return;
  const value = text === null ? null : decimal(text ?? "0");
  const before = amounts.get(measure.id);
  amounts.set(measure.id, before && value ? before.plus(value) : (value ?? before ?? null));
}

const memberOrder: Partial<Record<Dimension, readonly string[]>> = {
  tier: tiers,
  visit_class: visitClasses,
  hardship_status: hardshipStatuses,
};

/** Rows as tables show them: by dimensions in turn, members in their fixed order, else by code. */
export function inOrder(by: readonly Dimension[]): (a: Key, b: Key) => number {
  const rank = (dimension: Dimension, member: string) => memberOrder[dimension]?.indexOf(member) ?? 0;
  return (a, b) => {
    for (const dimension of by) {
      const [x, y] = [a[dimension] ?? "", b[dimension] ?? ""];
      const difference = rank(dimension, x) - rank(dimension, y) || (x < y ? -1 : x > y ? 1 : 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}
