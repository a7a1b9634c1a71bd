import type { Database } from "@/db/client";
import type { ExtractRow } from "@/db/queries/listExtracts";
import type { LoadReport, LoadState } from "@/domain/load";

export interface NewLoad {
  readonly loadId: string;
  readonly region: string;
  readonly scheme: string;
  readonly state: Extract<LoadState, "ready" | "refused">;
  readonly createdAt: Date;
  /** The version that was current when the load was checked. */
  readonly baseVersion: number;
  readonly report: LoadReport;
  /** Who typed it on a page, and why; null for files. */
  readonly entered: { readonly by: string; readonly reason: string } | null;
  readonly extracts: readonly Omit<ExtractRow, "loadId" | "region" | "scheme">[];
}

/**
 * Enters a load that was read. A load of the same files that waits unpublished is discarded by the same statement: it
 * was cut off, or its files were read once more. Answers the ids of those.
 */
export async function recordLoad({ sql }: Database, load: NewLoad): Promise<string[]> {
  const rows = await sql<{ loadId: string }[]>`
    with entered as (
      insert into loads (load_id, region, scheme, state, created_at, base_version, report, entered_by, reason)
      values (
        ${load.loadId}, ${load.region}, ${load.scheme}, ${load.state}, ${load.createdAt.toISOString()},
        ${load.baseVersion}, ${JSON.stringify(load.report)}::text::jsonb,
        ${load.entered?.by ?? null}, ${load.entered?.reason ?? null}
      )
    ),
    files as (
      select * from jsonb_to_recordset(${JSON.stringify(load.extracts)}::text::jsonb) as file (
        "extractNumber" integer, kind text, "fileName" text, sha256 text, profile text, "readAs" text, coverage text[],
        path text, rows bigint, "receivedOn" date, "hasReversalMark" boolean
      )
    ),
    entered_files as (
      insert into extracts (
        load_id, extract_number, region, scheme, kind, file_name, sha256, profile, read_as, coverage, path, rows,
        received_on, has_reversal_mark
      )
      select ${load.loadId}, "extractNumber", ${load.region}, ${load.scheme}, kind, "fileName", sha256, profile,
        "readAs", coverage, path, rows, "receivedOn", "hasReversalMark"
      from files
    ),
    named as (
      insert into regions (code, name) values (${load.region}, ${load.region}) on conflict (code) do nothing
    ),
    waiting as (
      select load_id, array_agg((kind, sha256, coverage)::text order by kind, sha256, coverage) as contents
      from extracts
      inner join loads using (load_id)
      where loads.state = 'ready' and loads.region = ${load.region} and loads.scheme = ${load.scheme}
      group by load_id
    ),
    replaced as (
      update loads set state = 'discarded'
      from waiting
      where loads.load_id = waiting.load_id and ${load.state} = 'ready'
        -- Asked of the row itself once more: it may be published while this statement waits for it.
        and loads.state = 'ready'
        and waiting.contents = (
        select array_agg((kind, sha256, coverage)::text order by kind, sha256, coverage) from files
      )
      returning loads.load_id
    )
    select load_id as "loadId" from replaced`;
  return rows.map(({ loadId }) => loadId);
}
