import { randomUUID } from "node:crypto";
import { createAssessment as create } from "@/db/queries/createAssessment";
import { listRegions } from "@/db/queries/listRegions";
import type { NewAssessmentChange } from "@/domain/assessmentChange";
import { PlainError } from "@/domain/errors";
import type { Storage } from "@/figures/publication";
import { rubricFor, withShipped } from "@/rubrics/index";
import { checkFramePatch } from "./checkEntry";
import type { Creation } from "./requests";

/**
 * Creates an assessment, with what is known of it from the start, and answers its id. Throws PlainError P-110 where
 * there is no such region, P-111 where no version of the rubric is in force in the year, P-112 where the unit has one of
 * the same project, year and rubric.
 */
export async function createAssessment(
  { database }: Storage,
  { region, scheme, year, rubric: rubricId, head, ...attribution }: Creation,
  { id = randomUUID(), changes = [] }: { readonly id?: string; readonly changes?: readonly NewAssessmentChange[] } = {},
): Promise<string> {
  if (!(await listRegions(database)).some(({ code }) => code === region)) throw new PlainError("P-110", { region });
  const rubric = rubricFor(withShipped([]), rubricId, year);
  if (!rubric) throw new PlainError("P-111", { rubric: rubricId, year });
  checkFramePatch(rubric, { head });
  const place = { id, region, scheme, year };
  if (!(await create(database, place, rubric, head, changes, attribution))) throw new PlainError("P-112");
  return id;
}
