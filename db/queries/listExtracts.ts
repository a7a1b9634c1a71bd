import type { Database } from "@/db/client";
import type { ExtractKind } from "@/domain/load";

/** One file of a load, as the loader keeps it. */
export interface ExtractRow {
  readonly loadId: string;
  readonly extractNumber: number;
  readonly region: string;
  readonly scheme: string;
  readonly kind: ExtractKind;
  readonly fileName: string;
  readonly sha256: string;
  readonly profile: string;
  /** How its bytes were read (etl/steps/judged.ts); null where an earlier program read them. */
  readonly readAs: string | null;
  readonly coverage: readonly string[];
  /** Parquet of accepted rows, relative to the warehouse folder. */
  readonly path: string;
  readonly rows: number;
  readonly receivedOn: string;
  readonly hasReversalMark: boolean;
}

/** The extracts of some loads of one region, in the order of `loadIds`, then by number. */
export async function listExtracts(
  { sql }: Database,
  region: string,
  loadIds: readonly string[],
): Promise<ExtractRow[]> {
  const rows = await sql<ExtractRow[]>`
    select
      load_id as "loadId",
      extract_number as "extractNumber",
      region,
      scheme,
      kind,
      file_name as "fileName",
      sha256,
      profile,
      read_as as "readAs",
      coverage,
      path,
      rows::integer as rows,
      received_on::text as "receivedOn",
      has_reversal_mark as "hasReversalMark"
    from extracts
    where region = ${region} and load_id = any(${[...loadIds]})
    order by extract_number`;
  const place = new Map(loadIds.map((loadId, index) => [loadId, index]));
  return rows.sort((a, b) => place.get(a.loadId)! - place.get(b.loadId)! || a.extractNumber - b.extractNumber);
}
