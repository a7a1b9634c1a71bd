import { historyOf, viewAssessment } from "@/assessments/index";
import { readArguments } from "@/cli/arguments/readArguments";
import type { CommandContext } from "@/cli/command";
import type { AssessmentChange } from "@/domain/assessmentChange";
import type { Rubric } from "@/domain/rubric";
import { changeInWords } from "@/messages/assessmentHistory";
import { messagesIn } from "@/messages/index";
import { reading } from "./withView";

const words = messagesIn("zh-CN");

/** `assess history ID`: who changed what, when and why, newest first. */
export async function history(commandArguments: string[], context: CommandContext): Promise<number> {
  const { one: id, values } = readArguments(commandArguments, "编号", { indicator: { type: "string" } });
  const [view, changes] = await reading(context, (installation) =>
    Promise.all([viewAssessment(installation, id), historyOf(installation, { id, code: values.indicator ?? null })]),
  );
  if (values.json) context.print(JSON.stringify(changes.map(changeAsData)));
  else for (const change of changes) context.print(changeLine(change, view.rubric));
  return 0;
}

function changeAsData({ revision, kind, value, enteredAt, enteredBy, reason }: AssessmentChange) {
  return { revision, kind, value, entered_at: new Date(enteredAt).toISOString(), entered_by: enteredBy, reason };
}

/** 12  2018-07-05 10:00  示例县：演示数据  医保电子凭证结算率：绩效运行监控 */
function changeLine(change: AssessmentChange, rubric: Rubric): string {
  const { revision, enteredAt, enteredBy, reason } = change;
  const { name, what } = changeInWords(change, rubric, words);
  const which = name === undefined ? what : `${name}：${what}`;
  return [revision, enteredAt.slice(0, 16), `${enteredBy}：${reason}`, which].join("  ");
}
