import { createAssessment, submitAssessment, withdrawAssessment } from "@/assessments/index";
import { readYear } from "@/cli/arguments/projection";
import { needed, readArguments } from "@/cli/arguments/readArguments";
import type { CommandContext } from "@/cli/command";
import { readRegion } from "@/cli/load";
import { missingLines } from "./look";
import { withView } from "./withView";

const attribution = { by: { type: "string" }, reason: { type: "string" } } as const;

const attributed = (values: { by?: string; reason?: string }, context: CommandContext) => ({
  enteredAt: context.now(),
  enteredBy: needed(values.by, "by"),
  reason: needed(values.reason, "reason"),
});

/** `assess create`: answers the id. */
export async function create(commandArguments: string[], context: CommandContext): Promise<number> {
  const { values } = readArguments(commandArguments, null, {
    ...attribution,
    region: { type: "string" },
    scheme: { type: "string", default: "390" },
    year: { type: "string" },
    rubric: { type: "string" },
    project: { type: "string" },
    "central-department": { type: "string" },
    department: { type: "string" },
    unit: { type: "string" },
  });
  const central = values["central-department"]?.trim();
  const id = await createAssessment(await context.installation(), {
    region: readRegion(values.region),
    scheme: values.scheme,
    year: readYear(needed(values.year, "year"))!,
    rubric: needed(values.rubric, "rubric"),
    head: {
      project: needed(values.project, "project"),
      ...(central ? { centralDepartment: central } : {}),
      department: needed(values.department, "department"),
      unit: needed(values.unit, "unit"),
    },
    ...attributed(values, context),
  });
  context.print(values.json ? JSON.stringify({ id, created: true }) : id);
  return 0;
}

/** `assess submit ID`: freezes it; while something is missing it is refused and the list is printed. */
export async function submit(commandArguments: string[], context: CommandContext): Promise<number> {
  const { one: id, values } = readArguments(commandArguments, "编号", attribution);
  const by = attributed(values, context);
  await withView(context, id, async (view, installation) => {
    for (const line of missingLines(view)) context.warn(line);
    const seen = view.assessment.revision;
    await submitAssessment(installation, { id, seen, dataVersion: view.data.version, ...by });
  });
  context.print(values.json ? JSON.stringify({ id, submitted: true }) : id);
  return 0;
}

/** `assess withdraw ID`: takes back one that was created in error. */
export async function withdraw(commandArguments: string[], context: CommandContext): Promise<number> {
  const { one: id, values } = readArguments(commandArguments, "编号", attribution);
  const by = attributed(values, context);
  await withView(context, id, ({ assessment }, installation) =>
    withdrawAssessment(installation, { id, seen: assessment.revision, ...by }),
  );
  context.print(values.json ? JSON.stringify({ id, withdrawn: true }) : id);
  return 0;
}
