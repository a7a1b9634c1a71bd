import { notFound } from "next/navigation";
import { listRubrics } from "@/db/queries/listRubrics";
import type { Rubric } from "@/domain/rubric";
import { rubricVersion, withShipped } from "@/rubrics/index";
import type { SearchParams } from "../../scope";
import type { SettingsShown } from "../shown";

/** One version of a rubric, with all that there are of it, ascending. */
export interface RubricShown {
  readonly rubric: Rubric;
  readonly versions: readonly Rubric[];
}

/** The version that an address names, else the newest; 404 where there is none. */
export async function readRubricShown(
  { installation }: SettingsShown,
  id: string,
  { version: asked }: SearchParams,
): Promise<RubricShown> {
  const versions = withShipped(await listRubrics(installation.database)).filter((rubric) => rubric.id === id);
  const rubric = asked === undefined ? versions.at(-1) : rubricVersion(versions, id, Number(asked));
  if (!rubric) notFound();
  return { rubric, versions };
}
