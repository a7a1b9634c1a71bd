import type { Database } from "@/db/client";
import type { Attribution } from "@/db/queries/createAssessment";
import { type NewAssessmentChange, partsTouched } from "@/domain/assessmentChange";

/** A change of an assessment by somebody who saw it at the revision `seen`. */
export interface AssessmentWrite extends Attribution {
  readonly id: string;
  readonly seen: number;
}

/** What became of it: entered as a revision, or not, because it is closed, unknown, or touched by somebody else since. */
export type AssessmentWritten =
  | { readonly state: "entered"; readonly revision: number }
  | { readonly state: "changed" | "submitted" | "unknown" };

/**
 * Adds a change, in one statement. Changes of other parts by others do not stand in its way: the next number that two
 * reach for at once goes to one, and the other reaches for the one after it.
 */
export async function changeAssessment(
  database: Database,
  write: AssessmentWrite,
  change: NewAssessmentChange,
): Promise<AssessmentWritten> {
  for (;;) {
    const revision = await add(database, write, change);
    if (revision !== null) return { state: "entered", revision };
    const state = await obstacle(database, write, change);
    if (state !== null) return { state };
  }
}

async function add(
  { sql }: Database,
  { id, seen, enteredAt, enteredBy, reason }: AssessmentWrite,
  change: NewAssessmentChange,
): Promise<number | null> {
  const [row] = await sql<{ revision: number }[]>`
    insert into assessment_changes (id, revision, kind, parts, value, entered_at, entered_by, reason)
    select ${id}, max(revision) + 1, ${change.kind}, ${partsTouched(change)}::text[],
      ${JSON.stringify(change.value)}::text::jsonb, ${enteredAt.toISOString()}::timestamptz, ${enteredBy}, ${reason}
    from assessment_changes
    where id = ${id}
    having count(*) > 0 and count(*) filter (where ${inTheWay({ sql }, seen, change)}) = 0
    on conflict do nothing
    returning revision`;
  return row?.revision ?? null;
}

/** Why nothing was added; null: somebody took the number, and the next one is free. */
async function obstacle(
  { sql }: Database,
  { id, seen }: AssessmentWrite,
  change: NewAssessmentChange,
): Promise<Exclude<AssessmentWritten["state"], "entered"> | null> {
  const [found] = await sql<{ known: boolean; withdrawn: boolean; submitted: boolean; touched: boolean }[]>`
    select
      count(*) > 0 as known,
      count(*) filter (where kind = 'withdrawal') > 0 as withdrawn,
      count(*) filter (where kind = 'submission') > 0 as submitted,
      count(*) filter (where ${inTheWay({ sql }, seen, change)}) > 0 as touched
    from assessment_changes
    where id = ${id}`;
  if (!found!.known || found!.withdrawn) return "unknown";
  if (found!.submitted) return "submitted";
  return found!.touched ? "changed" : null;
}

/** A change that the writer did not see and that touches the same, or one that nothing follows. */
function inTheWay({ sql }: Pick<Database, "sql">, seen: number, change: NewAssessmentChange) {
  const parts = partsTouched(change);
  const touches = parts === null ? sql`true` : sql`(parts is null or parts && ${parts}::text[])`;
  return sql`kind in ('submission', 'withdrawal') or (revision > ${seen} and ${touches})`;
}
