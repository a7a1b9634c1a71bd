import type { Database } from "@/db/client";
import type { AssessmentHead, AssessmentPlace } from "@/domain/assessment";
import { type NewAssessmentChange, partsTouched } from "@/domain/assessmentChange";
import type { Rubric } from "@/domain/rubric";

/** Who enters something, as typed, when and why. */
export interface Attribution {
  readonly enteredAt: Date;
  readonly enteredBy: string;
  readonly reason: string;
}

/** Something that is known from the start; entered by whoever creates the assessment unless it says by whom. */
export type FirstChange = NewAssessmentChange & Partial<Attribution>;

/**
 * Creates an assessment with what is known of it from the start. False, and nothing is entered, where the unit has one
 * of the same project for the year by the same rubric, or where the id is taken.
 */
export async function createAssessment(
  { sql }: Database,
  { id, region, scheme, year }: Omit<AssessmentPlace, "rubric">,
  rubric: Rubric,
  head: AssessmentHead,
  changes: readonly FirstChange[],
  attribution: Attribution,
): Promise<boolean> {
  const first: FirstChange = { kind: "frame", value: { head } };
  const rows = [first, ...changes].map((change, index) => {
    const { enteredAt, enteredBy, reason } = { ...attribution, ...change };
    const { kind, value } = change;
    return { revision: index + 1, kind, parts: partsTouched(change), value, enteredAt, enteredBy, reason };
  });
  const added = await sql`
    with heads as (
      select assessments.id, newest.value -> 'head' as head
      from assessments
      cross join lateral (
        select value from assessment_changes
        where assessment_changes.id = assessments.id and kind = 'frame' and 'head' = any (parts)
        order by revision desc limit 1
      ) as newest
      where region = ${region} and scheme = ${scheme} and year = ${year} and rubric ->> 'id' = ${rubric.id}
        and not exists (
          select from assessment_changes where assessment_changes.id = assessments.id and kind = 'withdrawal'
        )
    ),
    added as (
      insert into assessments (id, region, scheme, year, rubric)
      select ${id}, ${region}, ${scheme}, ${year}, ${JSON.stringify(rubric)}::text::jsonb
      where not exists (
        select from heads where head ->> 'project' = ${head.project} and head ->> 'unit' = ${head.unit}
      )
      on conflict do nothing
      returning id
    )
    insert into assessment_changes (id, revision, kind, parts, value, entered_at, entered_by, reason)
    select added.id, change.revision, change.kind, change.parts, change.value,
      change."enteredAt", change."enteredBy", change.reason
    from added
    cross join jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as change (revision integer, kind text,
      parts text[], value jsonb, "enteredAt" timestamptz, "enteredBy" text, reason text)
    returning id`;
  return added.length > 0;
}
