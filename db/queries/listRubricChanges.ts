import type { Database } from "@/db/client";

/** One version of a rubric that somebody entered. */
export interface RubricChange {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** 2018-07-05 09:00:00+08 */
  readonly enteredAt: string;
  readonly enteredBy: string;
  readonly reason: string;
}

/** Who entered which version of which rubric and why, newest first. */
export async function listRubricChanges({ sql }: Database): Promise<RubricChange[]> {
  return sql<RubricChange[]>`
    select id, version, document ->> 'title' as title, entered_at::text as "enteredAt", entered_by as "enteredBy", reason
    from rubrics
    order by entered_at desc, id, version desc`;
}
