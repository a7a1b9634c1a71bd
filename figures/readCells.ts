import { groupBy } from "@/domain/groupBy";
import { assemble, type CellRequest, type Cells, requestId } from "@/figures/cells";
import type { Publication } from "@/figures/publication";
import { openReader } from "@/figures/reader";
import type { Measure } from "@/metrics/define";
import { slice } from "@/warehouse/slice";

/** Reads what several requests ask for, each total once, by request id. */
export async function readCells(
  publication: Publication,
  scheme: string,
  requests: readonly CellRequest[],
): Promise<Map<string, Cells>> {
  const merged = merge(requests);
  return sliceCells(publication, scheme, merged);
}

/** Requests for the same cells become one that asks for the measures of all. */
function merge(requests: readonly CellRequest[]): CellRequest[] {
  const byId = new Map<string, CellRequest>();
  for (const request of requests) {
    const id = requestId(request);
    const known = byId.get(id);
    const measures: Measure[] = [...new Set([...(known?.measures ?? []), ...request.measures])];
    byId.set(id, { ...request, measures });
  }
  return [...byId.values()];
}

/** From the rows: requests with the same filter and cut share one statement, whatever their spans. */
async function sliceCells(publication: Publication, scheme: string, requests: readonly CellRequest[]) {
  const groups = groupBy(requests, ({ by, where, measures }) =>
    JSON.stringify([by, where, measures.map((measure) => measure.id).sort()]),
  );
  const read = new Map<string, Cells>();
  const warehouse = await openReader(publication.home);
  for (const group of groups.values()) {
    const [{ by, where, measures }] = group;
    const spans = [...new Map(group.map(({ span }) => [span.id, span])).values()];
    const cells = await slice(warehouse, publication.source, { measures, spans, grains: [by], scheme, where });
    const bySpan = groupBy(cells, (cell) => cell.span);
    for (const request of group) {
      read.set(requestId(request), assemble({ ...request, where: {} }, bySpan.get(request.span.id) ?? []));
    }
  }
  return read;
}
