import { writeFile } from "node:fs/promises";
import { monitor } from "@/assessments/index";
import type { AssessmentView } from "@/assessments/view";
import { needed, readArguments } from "@/cli/arguments/readArguments";
import type { CommandContext } from "@/cli/command";
import type { Installation } from "@/db/open";
import { PlainError } from "@/domain/errors";
import type { OfficialForm } from "@/domain/officialForm";
import { messagesIn } from "@/messages/index";
import { monitoringForm, projectForm, renderFormXlsx, transferForm } from "@/reports/performance/index";
import { withView } from "./withView";

type Laid = (view: AssessmentView, installation: Installation) => Promise<OfficialForm> | OfficialForm;

// What is handed in is Chinese.
const language = "zh-CN";
const words = messagesIn(language);

const forms: Readonly<Record<string, Laid>> = {
  project: (view) => projectForm(view, words, language),
  transfer: (view) => transferForm(view, words, language),
  monitoring: async (view, installation) => monitoringForm(view, await monitor(installation, view), words, language),
};

/** `assess export ID --form F --out FILE`: an official form as a workbook. */
export async function exportForm(commandArguments: string[], context: CommandContext): Promise<number> {
  const { one: id, values } = readArguments(commandArguments, "编号", {
    form: { type: "string" },
    out: { type: "string" },
  });
  const form = needed(values.form, "form");
  const out = needed(values.out, "out");
  const laid = forms[form];
  if (!laid) throw new PlainError("P-402", { form, forms: Object.keys(forms).join("、") });
  const workbook = await withView(context, id, async (view, installation) => {
    if (!isPrintedAs(view, form)) throw new PlainError("P-403", { form, rubric: view.rubric.title });
    return renderFormXlsx(await laid(view, installation));
  });
  await writeFile(out, workbook).catch(() => {
    throw new PlainError("Q-114", { file: out }, "failed");
  });
  context.print(values.json ? JSON.stringify({ id, form, out }) : `${id} → ${out}`);
  return 0;
}

/** A transfer has its own form without points; a check of institutions has none. */
function isPrintedAs({ rubric }: AssessmentView, form: string): boolean {
  if (form === "project") return rubric.form === "project" || rubric.form === "campaign";
  if (form === "transfer") return rubric.form === "transfer";
  return rubric.form !== "check";
}
