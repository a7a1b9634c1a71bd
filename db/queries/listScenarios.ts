import type { Database } from "@/db/client";
import type { SavedScenario } from "@/domain/scenario";

/** The scenarios of a region and scheme that are not withdrawn, newest first. */
export async function listScenarios({ sql }: Database, region: string, scheme: string): Promise<SavedScenario[]> {
  return sql<SavedScenario[]>`
    select id, name, region, scheme, year, through, data_version as "dataVersion", levers,
      entered_at::text as "enteredAt", entered_by as "enteredBy", reason
    from scenarios as saved
    where region = ${region} and scheme = ${scheme} and revision = 1
      and not exists (select from scenarios as taken where taken.id = saved.id and taken.revision > 1)
    order by entered_at desc, id`;
}
