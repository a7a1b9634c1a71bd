import { historyOf, viewAssessment } from "@/assessments/index";
import { readArguments } from "@/cli/arguments/readArguments";
import type { CommandContext } from "@/cli/command";
import type { AssessmentChange } from "@/domain/assessmentChange";
import type { Rubric } from "@/domain/rubric";
import { fill } from "@/messages/fill";
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
  return [revision, enteredAt.slice(0, 16), `${enteredBy}：${reason}`, whatHappened(change, rubric)].join("  ");
}

function whatHappened({ kind, value }: AssessmentChange, rubric: Rubric): string {
  const nameOf = (code: string) =>
    rubric.sections.flatMap(({ indicators }) => indicators).find((indicator) => indicator.code === code)?.name ?? code;
  const parts = (values: object) =>
    Object.keys(values).map((part) => words.assessmentParts[part as keyof typeof words.assessmentParts]);
  const { attached, removed, ...closing } = words.assessmentEvents;
  switch (kind) {
    case "frame":
      return parts(value).join(words.shell.separator);
    case "indicator":
      return `${nameOf(value.code)}：${parts(value.values).join(words.shell.separator)}`;
    case "evidence":
      return `${nameOf(value.code)}：${value.file ? fill(attached, { file: value.file.fileName }) : removed}`;
    case "submission":
    case "withdrawal":
      return closing[kind];
  }
}
