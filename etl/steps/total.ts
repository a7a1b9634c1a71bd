import { createHash } from "node:crypto";
import type { Database } from "@/db/client";
import { findBatches, type NewCell, writeTotals } from "@/db/queries/writeTotals";
import type { FactFile } from "@/domain/factFile";
import { groupBy } from "@/domain/groupBy";
import { lastMonth, type Month, type Period } from "@/domain/period";
import type { Measure } from "@/metrics/define";
import { emptinessCounts } from "@/metrics/emptiness";
import { type Grain, grainId, storedGrains } from "@/metrics/grains";
import { type Span, spanOf } from "@/metrics/span";
import { storedMeasures } from "@/metrics/storedMeasures";
import type { Warehouse } from "@/warehouse/connection";
import { type FactSource, filesOfSpan } from "@/warehouse/factViews";
import { slice, type TotalledCell } from "@/warehouse/slice";
import { totalsDefinition } from "@/warehouse/totalsDefinition";

export interface TotalRequest {
  readonly region: string;
  /** All files of the version that is being published. */
  readonly files: readonly FactFile[];
  readonly warehouseFolder: string;
  readonly periods: readonly Period[];
}

export interface PeriodBatch {
  readonly period: string;
  readonly batchId: string;
}

/**
 * Stores the totals of those periods that have settlements and says which batch holds each. A batch id names its content, so what is stored
 * already is left alone, and a batch that no version maps (a publication that did not happen) harms nobody.
 */
export async function totalPeriods(
  warehouse: Warehouse,
  database: Database,
  { region, files, warehouseFolder, periods }: TotalRequest,
): Promise<PeriodBatch[]> {
  const source: FactSource = { files, warehouseFolder, region };
  const hasData = monthsSettled(source);
  const spans = periods.filter((period) => isWorthStoring(period, hasData)).map((period) => spanOf(period, hasData));
  const batches = new Map(spans.map((span) => [span, batchIdOf(source, span)]));
  const stored = await findBatches(database, [...batches.values()]);
  const missing = spans.filter((span) => !stored.has(batches.get(span)!));
  for (const [span, cells] of await totalSpans(warehouse, source, missing)) {
    await writeTotals(database, batches.get(span)!, cells);
  }
  return spans.map((span) => ({ period: span.id, batchId: batches.get(span)! }));
}

/** Whether a month has settlements at all. */
export function monthsSettled({ files, region }: FactSource): (month: Month) => boolean {
  const settled = files.filter((file) => file.table === "fct_settlements" && file.region === region && file.rows > 0);
  const months = new Set(settled.map((file) => file.partition));
  return (month) => months.has(month);
}

/** Nobody asks for January to a month that is still to come, or for a period without settlements; the rows know both. */
function isWorthStoring(period: Period, hasData: (month: Month) => boolean): boolean {
  const isRunOfMonths = period.id.includes("..");
  return isRunOfMonths ? hasData(lastMonth(period)) : period.months.some(hasData);
}

/** Names what the totals of a span are made of: the definitions, the span and the content of every file behind it. */
export function batchIdOf(source: FactSource, span: Span): string {
  const content = filesOfSpan(source, span).map((file) => [file.table, file.partition, file.contentHash].join(" "));
  const text = JSON.stringify([source.region, span, [...new Set(content)].sort()]);
  return `${totalsDefinition}-${createHash("sha256").update(text).digest("hex").slice(0, 20)}`;
}

/**
 * The cells of some spans, straight from the rows. Spans over the same months have the same payments and enrolment: a year
 * in progress and its months so far.
 */
export async function totalSpans(
  warehouse: Warehouse,
  source: FactSource,
  spans: readonly Span[],
): Promise<Map<Span, NewCell[]>> {
  const alike = groupBy(spans, (span) => `${span.months.join()} ${span.closingMonth}`);
  const firsts = [...alike.values()].map(([first]) => first);
  const total = (measures: readonly Measure[], over: readonly Span[], grains: readonly Grain[]) =>
    slice(warehouse, source, { measures, spans: over, grains, scheme: null, where: {} });
  const bodies = await total(cellMeasures, firsts, storedGrains);
  const counts = await total(emptinessCounts, firsts, [[]]);
  const funding = await total(fundingMeasures, spans, [[]]);
  const [bodyOf, countsOf, fundingOf] = [bodies, counts, funding].map((cells) => groupBy(cells, (cell) => cell.span));
  const cellsOf = (span: Span, first: Span) => {
    const wholes = [...(countsOf!.get(first.id) ?? []), ...(fundingOf!.get(span.id) ?? [])];
    return joinWholes(bodyOf!.get(first.id) ?? [], wholes).map(newCell);
  };
  return new Map(
    [...alike.values()].flatMap((group) => group.map((span): [Span, NewCell[]] => [span, cellsOf(span, group[0])])),
  );
}

/** The whole of a scheme carries beside its settlements what is only totalled for the whole. */
function joinWholes(bodies: readonly TotalledCell[], wholes: readonly TotalledCell[]): TotalledCell[] {
  const joined = [...bodies];
  for (const cell of wholes) {
    const index = joined.findIndex((body) => body.grain.length === 0 && body.scheme === cell.scheme);
    if (index < 0) joined.push(cell);
    else joined[index] = { ...joined[index]!, amounts: { ...joined[index]!.amounts, ...cell.amounts } };
  }
  return joined;
}

const fundingMeasures = storedMeasures.filter(({ fact }) => fact === "funding_plans" || fact === "funding_receipts");
const cellMeasures = storedMeasures.filter(
  (measure) => !fundingMeasures.includes(measure) && !emptinessCounts.includes(measure),
);
const closing = new Set(storedMeasures.filter(({ total }) => total === "closing").map(({ id }) => id));
const isZero = (amount: string | null) => amount !== null && /^-?[0.]+$/.test(amount);

/** Most cells have no use for most measures: a sum of 0 is not written. A balance of 0 is, since none means no value. */
function newCell({ scheme, grain, key, amounts }: TotalledCell): NewCell {
  const written = Object.entries(amounts).filter(([id, amount]) => closing.has(id) || !isZero(amount));
  return {
    scheme,
    grain: grainId(grain),
    members: grain.map((dimension) => key[dimension] ?? "unclassified"),
    amounts: Object.fromEntries(written),
  };
}
