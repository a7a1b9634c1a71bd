import type { Database } from "@/db/client";
import type { AssessmentChange } from "@/domain/assessmentChange";
import type { Rubric } from "@/domain/rubric";

/** An assessment as it is stored: what it is of, and everything that happened to it, oldest first. */
export interface StoredAssessment {
  readonly id: string;
  readonly region: string;
  readonly scheme: string;
  readonly year: number;
  readonly rubric: Rubric;
  readonly changes: readonly AssessmentChange[];
}

/** Which ones; what is null is not filtered. */
export interface AssessmentFilter {
  readonly ids: readonly string[] | null;
  readonly region: string | null;
  readonly scheme: string | null;
  readonly year: number | null;
}

/** Those that are not withdrawn, newest year first, then by region, rubric and id. */
export async function listAssessments(
  { sql }: Database,
  { ids, region, scheme, year }: AssessmentFilter,
): Promise<StoredAssessment[]> {
  return sql<StoredAssessment[]>`
    select id, region, scheme, year, rubric, changes
    from assessments
    cross join lateral (
      select jsonb_agg(jsonb_build_object('revision', revision, 'kind', kind, 'value', value,
        'enteredAt', entered_at::text, 'enteredBy', entered_by, 'reason', reason) order by revision) as changes
      from assessment_changes
      where assessment_changes.id = assessments.id
    ) as happened
    where (${ids === null} or id = any (${[...(ids ?? [])]}::text[]))
      and (${region}::text is null or region = ${region})
      and (${scheme}::text is null or scheme = ${scheme})
      and (${year}::integer is null or year = ${year})
      and not exists (
        select from assessment_changes where assessment_changes.id = assessments.id and kind = 'withdrawal'
      )
    order by year desc, region, rubric ->> 'id', id`;
}
