import { writeFile } from "node:fs/promises";
import { needed, readArguments } from "@/cli/arguments/readArguments";
import type { CommandContext } from "@/cli/command";
import { PlainError } from "@/domain/errors";
import { messagesIn } from "@/messages/index";
import { askForm, formNames, formsOf, renderFormXlsx } from "@/reports/performance/index";
import { withView } from "./withView";

// What is handed in is Chinese.
const language = "zh-CN";
const words = messagesIn(language);

/** `assess export ID --form F --out FILE`: an official form as a workbook. */
export async function exportForm(commandArguments: string[], context: CommandContext): Promise<number> {
  const options = { form: { type: "string" }, out: { type: "string" } } as const;
  const { one: id, values } = readArguments(commandArguments, "编号", options);
  const name = needed(values.form, "form");
  const out = needed(values.out, "out");
  if (!formNames.some((each) => each === name)) throw new PlainError("P-402", { form: name, forms: listOf(formNames) });
  const workbook = await withView(context, id, async (view, installation) => {
    const form = await askForm(installation, view, name, words, language);
    const forms = formsOf(view).length > 0 ? listOf(formsOf(view)) : words.shell.noValue;
    if (!form) throw new PlainError("P-403", { form: name, rubric: view.rubric.title, forms });
    return renderFormXlsx(form);
  });
  await writeFile(out, workbook).catch(() => {
    throw new PlainError("Q-114", { file: out }, "failed");
  });
  context.print(values.json ? JSON.stringify({ id, form: name, out }) : `${id} → ${out}`);
  return 0;
}

const listOf = (names: readonly string[]) => names.join("、");
