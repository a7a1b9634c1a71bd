import type { Database } from "@/db/client";

/** What the folder of the warehouse must keep. */
export interface FilesInUse {
  /** Fact files of any version, relative to the warehouse folder. */
  readonly factPaths: readonly string[];
  /** Loads whose accepted rows are kept: published ones and those that wait. */
  readonly loads: readonly string[];
  readonly waitingLoads: readonly string[];
}

export async function listFilesInUse({ sql }: Database): Promise<FilesInUse> {
  const [row] = await sql<FilesInUse[]>`
    select
      array(
        select distinct file ->> 'path' from data_versions cross join jsonb_array_elements(files) as file
      ) as "factPaths",
      array(select load_id from loads where state in ('published', 'ready')) as loads,
      array(select load_id from loads where state = 'ready') as "waitingLoads"`;
  return row!;
}
