import { readTotals } from "@/db/queries/readTotals";
import { groupBy } from "@/domain/groupBy";
import { assemble, type CellRequest, type Cells, grainNeeded, mustMerge, requestId } from "@/figures/cells";
import type { Publication } from "@/figures/publication";
import { openReader } from "@/figures/reader";
import { grainId, isStored } from "@/metrics/grains";
import { slice, type TotalledCell } from "@/warehouse/slice";
import { totalsDefinition } from "@/warehouse/totalsDefinition";

type Book = Map<string, Cells>;

/** Reads what several requests ask for, by request id: stored totals where there are, else the rows. */
export async function readCells(
  publication: Publication,
  scheme: string,
  requests: readonly CellRequest[],
): Promise<Book> {
  const book: Book = new Map();
  const wanted = merge(requests);
  await readStored(publication, scheme, wanted.filter(mayBeStored), book);
  const rest = wanted.filter((request) => !book.has(requestId(request)));
  await readRows(publication, scheme, rest, book);
  return book;
}

/** Requests for the same cells become one that asks for the measures of all. */
function merge(requests: readonly CellRequest[]): CellRequest[] {
  return [...groupBy(requests, requestId).values()].map((group) => ({
    ...group[0],
    measures: [...new Set(group.flatMap(({ measures }) => measures))],
  }));
}

/** Publication totals complete periods at the stored grains. Persons of several cells cannot be added up. */
function mayBeStored(request: CellRequest): boolean {
  const { span, measures } = request;
  const countsPersons = measures.some((measure) => measure.total === "distinct");
  return span.complete && isStored(grainNeeded(request)) && !(countsPersons && mustMerge(request));
}

async function readStored(
  { database, version, region }: Publication,
  scheme: string,
  requests: readonly CellRequest[],
  book: Book,
): Promise<void> {
  if (requests.length === 0) return;
  const wanted = new Map<string, { period: string; grain: string }>();
  for (const request of requests) {
    const one = { period: request.span.id, grain: grainId(grainNeeded(request)) };
    wanted.set(`${one.period} ${one.grain}`, one);
  }
  const place = { version, region, scheme, definitions: totalsDefinition };
  const { storedPeriods, cells } = await readTotals(database, place, [...wanted.values()]);
  const byCut = groupBy(cells, ({ period, grain }) => `${period} ${grain}`);
  for (const request of requests) {
    if (!storedPeriods.has(request.span.id)) continue;
    const grain = grainNeeded(request);
    const found = byCut.get(`${request.span.id} ${grainId(grain)}`) ?? [];
    const totalled = found.map(({ members, amounts }): TotalledCell => {
      const key = Object.fromEntries(grain.map((dimension, index) => [dimension, members[index]]));
      return { span: request.span.id, scheme, grain, key, amounts };
    });
    book.set(requestId(request), assemble(request, totalled));
  }
}

/** From the rows: requests with the same filter, cut and measures share one statement, whatever their spans. */
async function readRows(
  { home, source }: Publication,
  scheme: string,
  requests: readonly CellRequest[],
  book: Book,
): Promise<void> {
  const groups = groupBy(requests, ({ by, where, measures }) =>
    JSON.stringify([by, where, measures.map(({ id }) => id).sort()]),
  );
  for (const group of groups.values()) {
    const [{ by, where, measures }] = group;
    const warehouse = await openReader(home);
    const spans = group.map(({ span }) => span);
    const cells = await slice(warehouse, source, { measures, spans, grains: [by], scheme, where });
    const bySpan = groupBy(cells, (cell) => cell.span);
    for (const request of group) {
      // The statement has filtered: what it gives is by the request's own cut.
      book.set(requestId(request), assemble({ ...request, where: {} }, bySpan.get(request.span.id) ?? []));
    }
  }
}
