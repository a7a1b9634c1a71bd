import { randomUUID } from "node:crypto";
import { createAssessment as create, type FirstChange } from "@/db/queries/createAssessment";
import { listRegions } from "@/db/queries/listRegions";
import { listRubrics } from "@/db/queries/listRubrics";
import { PlainError } from "@/domain/errors";
import type { Storage } from "@/figures/publication";
import { rubricFor, rubricVersion, withShipped } from "@/rubrics/index";
import { checkFramePatch } from "./checkEntry";
import { keepEvidence } from "./evidenceFiles";
import type { Attribution, Creation } from "./requests";

/** What is known from the start besides the head. */
export interface Beginning {
  readonly id?: string;
  /** A version of the rubric instead of the newest in force. */
  readonly version?: number;
  readonly changes?: readonly FirstChange[];
  readonly evidence?: readonly FirstEvidence[];
}

/** 佐证材料 that is there from the start. */
export interface FirstEvidence extends Partial<Attribution> {
  readonly code: string;
  readonly fileName: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * Creates an assessment, with all that is known of it from the start, in one statement, and answers its id. Throws
 * PlainError P-110 where there is no such region, P-111 where no version of the rubric is in force in the year, P-112
 * where the unit has one of the same project, year and rubric; and as `keepEvidence` does.
 */
export async function createAssessment(
  { home, database }: Storage,
  { region, scheme, year, rubric: rubricId, head, ...attribution }: Creation,
  { id = randomUUID(), version, changes = [], evidence = [] }: Beginning = {},
): Promise<string> {
  const [regions, own] = await Promise.all([listRegions(database), listRubrics(database)]);
  if (!regions.some(({ code }) => code === region)) throw new PlainError("P-110", { region });
  const known = withShipped(own);
  const rubric = version ? rubricVersion(known, rubricId, version) : rubricFor(known, rubricId, year);
  if (!rubric) throw new PlainError("P-111", { rubric: rubricId, year });
  checkFramePatch(rubric, { head });
  const attached: FirstChange[] = [];
  for (const { code, fileName, content, ...by } of evidence) {
    const file = await keepEvidence(home, fileName, content);
    attached.push({ kind: "evidence", value: { code, sha256: file.sha256, file }, ...by });
  }
  const place = { id, region, scheme, year };
  const created = await create(database, place, rubric, head, [...changes, ...attached], attribution);
  if (!created) throw new PlainError("P-112");
  return id;
}
