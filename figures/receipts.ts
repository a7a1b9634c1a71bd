import type { Database } from "@/db/client";
import { openPublication, type Publication, type Storage } from "@/figures/publication";
import type { QuestionScope } from "@/figures/question";
import { openReader } from "@/figures/reader";
import { spanOf } from "@/metrics/span";
import { factViewSql } from "@/warehouse/factViews";

/** One payment towards a funding line that the data version knows, with its day where it was entered. */
export interface Receipt {
  readonly line: string;
  readonly level: string | null;
  /** 2018-05-15; null where it was not entered, which counts from the first day. */
  readonly receivedOn: string | null;
}

/** Files of a published version never change, so a year's payments are read once a process. */
const known = new WeakMap<Database, Map<string, Promise<readonly Receipt[]>>>();

/**
 * Payments of the funding year of a period that were in place by its last day, earliest first; none for a period over two
 * years. They say when money came: how much it was, metrics say. Throws PlainError.
 */
export async function readReceipts(storage: Storage, scope: QuestionScope): Promise<readonly Receipt[]> {
  const publication = await openPublication(storage, scope.region, scope.asOf);
  const { year, lastDay } = spanOf(scope.period, publication.hasData);
  if (year === null) return [];
  const receipts = await receiptsOfYear(publication, scope.scheme, year);
  return receipts.filter(({ receivedOn }) => receivedOn === null || receivedOn <= lastDay);
}

function receiptsOfYear({ home, database, source, version, region }: Publication, scheme: string, year: string) {
  const own = known.get(database) ?? new Map<string, Promise<readonly Receipt[]>>();
  known.set(database, own);
  const id = JSON.stringify([version, region, scheme, year]);
  const found = own.get(id);
  if (found) return found;
  const reading = openReader(home).then((warehouse) =>
    warehouse.rows<{ line: string; level: string | null; receivedOn: string | null }>(
      `with ${factViewSql(source, { fact: "funding_receipts", partitions: new Set([year]) })}
      select line, source_level as level, received_on as "receivedOn"
      from funding_receipts
      where scheme = $scheme and year = $year and amount <> 0
      order by received_on nulls first`,
      { scheme, year },
    ),
  );
  own.set(id, reading);
  reading.catch(() => own.delete(id));
  return reading;
}
