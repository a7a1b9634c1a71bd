import { viewAssessment } from "@/assessments/index";
import type { AssessmentView } from "@/assessments/view";
import type { CommandContext } from "@/cli/command";
import type { Installation } from "@/db/open";
import { closeReader } from "@/figures/reader";

/** Does something with an installation and closes what figures were read through. */
export async function reading<Result>(
  context: CommandContext,
  work: (installation: Installation) => Promise<Result>,
): Promise<Result> {
  const installation = await context.installation();
  try {
    return await work(installation);
  } finally {
    await closeReader(installation.home);
  }
}

/** The same with one assessment. Throws PlainError P-101. */
export const withView = <Result>(
  context: CommandContext,
  id: string,
  work: (view: AssessmentView, installation: Installation) => Promise<Result> | Result,
): Promise<Result> =>
  reading(context, async (installation) => work(await viewAssessment(installation, id), installation));
