import { createAssessment, listAssessments, submitAssessment } from "@/assessments/index";
import type { Installation } from "@/db/open";
import type { DemoAssessment } from "@/demo/assessmentParts";
import { demoAssessments } from "@/demo/assessments";
import { countyName, demoMark, homeRegion, homeScheme } from "@/demo/generate";
import { PlainError } from "@/domain/errors";

/**
 * Enters the assessments of 示例县 that are known with the files of a day, and submits those that are whole; what is
 * there already stays as it is.
 */
export async function enterAssessments(installation: Installation, receivedOn: string): Promise<void> {
  const due = demoAssessments().filter(({ enteredWith }) => enteredWith === receivedOn);
  if (due.length === 0) return;
  const known = await listAssessments(installation, { ids: due.map(({ id }) => id) });
  for (const each of due) {
    if (!known.some(({ assessment }) => assessment.id === each.id)) await create(installation, each).catch(unlessThere);
    await submit(installation, each);
  }
}

/** One that somebody withdrew, or entered as their own, stays as they left it. */
function unlessThere(error: unknown): void {
  if (!(error instanceof PlainError) || error.code !== "P-112") throw error;
}

const byCounty = (day: string) => ({
  ...{ enteredBy: countyName, reason: demoMark },
  enteredAt: new Date(`${day}T10:00:00+08:00`),
});

async function create(installation: Installation, told: DemoAssessment): Promise<void> {
  const { id, year, rubric, head, createdOn, changes, evidence } = told;
  const place = { region: homeRegion, scheme: homeScheme, year, rubric, head };
  await createAssessment(
    installation,
    { ...place, ...byCounty(createdOn) },
    {
      id,
      version: 1,
      changes: changes.map(({ on, ...change }) => ({ ...change, ...byCounty(on) })),
      evidence: evidence.map(({ on, content, ...file }) => ({ ...file, ...byCounty(on), content: wholly(content) })),
    },
  );
}

async function* wholly(content: Buffer) {
  yield content;
}

async function submit(installation: Installation, { id, submittedOn }: DemoAssessment): Promise<void> {
  if (submittedOn === null) return;
  const [view] = await listAssessments(installation, { ids: [id] });
  if (!view || view.submitted) return;
  const { assessment, data } = view;
  await submitAssessment(installation, {
    ...{ id, seen: assessment.revision, dataVersion: data.version },
    ...byCounty(submittedOn),
  });
}
