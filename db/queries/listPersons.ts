import type { Database } from "@/db/client";
import { groupBy } from "@/domain/groupBy";

/** Distinct persons of a whole region in some batches of totals, by batch. */
export async function listPersons({ sql }: Database, batchIds: readonly string[]) {
  const rows = await sql<{ batchId: string; scheme: string; persons: string | null }[]>`
    select batch_id as "batchId", scheme, amounts ->> 'persons' as persons
    from totals
    where batch_id = any(${[...batchIds]}) and grain = ''`;
  return groupBy(rows, ({ batchId }) => batchId);
}
