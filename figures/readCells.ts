import { readTotals, type StoredCell, type WantedTotals } from "@/db/queries/readTotals";
import { groupBy } from "@/domain/groupBy";
import { assemble, type CellRequest, type Cells, grainNeeded, requestId } from "@/figures/cells";
import type { Publication } from "@/figures/publication";
import { openReader } from "@/figures/reader";
import { type Grain, grainId, storedGrainFor } from "@/metrics/grains";
import { storedMeasures } from "@/metrics/storedMeasures";
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
  await readStored(publication, scheme, wanted, book);
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

/** The stored grain that answers a request, when its span is a period that publication totals. */
function grainStored(request: CellRequest): Grain | null {
  return request.span.complete ? storedGrainFor(grainNeeded(request)) : null;
}

/** One institution is picked where the totals are kept: the others of its county are hundreds. */
function onlyMember({ where }: CellRequest): string | null {
  return where.institution?.length === 1 ? where.institution[0]! : null;
}

const totalsId = ({ period, grain, member }: WantedTotals) => JSON.stringify([period, grain, member]);

const registryCounts = new Set(storedMeasures.filter(({ fact }) => fact === "registry").map(({ id }) => id));

/** A status that only the registry knows has no settlements: it is no cell of theirs. */
function isOfRegistryOnly({ amounts }: StoredCell): boolean {
  const ids = Object.keys(amounts);
  return ids.length > 0 && ids.every((id) => registryCounts.has(id));
}

async function readStored(
  { database, version, region }: Publication,
  scheme: string,
  requests: readonly CellRequest[],
  book: Book,
): Promise<void> {
  const asked = requests.flatMap((request) => {
    const grain = grainStored(request);
    if (!grain) return [];
    const wanted = { period: request.span.id, grain: grainId(grain), member: onlyMember(request) };
    return [{ request, grain, wanted, id: totalsId(wanted) }];
  });
  if (asked.length === 0) return;
  const wanted = [...groupBy(asked, ({ id }) => id).values()].map(([first]) => first.wanted);
  const place = { version, region, scheme, definitions: totalsDefinition };
  const { storedPeriods, cells } = await readTotals(database, place, wanted);
  const found = groupBy(cells, totalsId);
  for (const { request, grain, wanted, id } of asked) {
    const { period } = wanted;
    if (!storedPeriods.has(period)) continue;
    const asksRegistry = request.measures.some(({ fact }) => fact === "registry");
    const own = (found.get(id) ?? []).filter((cell) => asksRegistry || !isOfRegistryOnly(cell));
    const totalled = own.map(({ members, amounts }): TotalledCell => {
      const key = Object.fromEntries(grain.map((dimension, index) => [dimension, members[index]]));
      return { span: period, scheme, grain, key, amounts };
    });
    const assembled = assemble(request, totalled);
    const countsPersons = request.measures.some(({ total }) => total === "distinct");
    if (!(assembled.added && countsPersons)) book.set(requestId(request), assembled.cells);
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
      book.set(requestId(request), assemble({ ...request, where: {} }, bySpan.get(request.span.id) ?? []).cells);
    }
  }
}
