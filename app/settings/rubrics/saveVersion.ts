import type { Installation } from "@/db/open";
import { listRubrics } from "@/db/queries/listRubrics";
import { saveRubric } from "@/db/queries/saveRubric";
import { PlainError } from "@/domain/errors";
import type { Rubric } from "@/domain/rubric";
import { withShipped } from "@/rubrics/index";

/** Every version of every rubric that there is now. */
export const rubricsNow = async ({ database }: Installation): Promise<readonly Rubric[]> =>
  withShipped(await listRubrics(database));

/** Enters a version. Throws PlainError S-201 when somebody else was first. */
export async function saveVersion(
  { database }: Installation,
  rubric: Rubric,
  { entered_by: enteredBy, reason }: { readonly entered_by: string; readonly reason: string },
): Promise<void> {
  if (!(await saveRubric(database, rubric, { enteredAt: new Date(), enteredBy, reason })))
    throw new PlainError("S-201");
}
