import { writeFile } from "node:fs/promises";
import { inputFile, readArguments } from "@/cli/arguments/readArguments";
import type { CommandContext } from "@/cli/command";
import { readKind } from "@/cli/load";
import { profileText, type Suggestion, suggestForFile } from "@/etl/index";
import { fill } from "@/messages/fill";
import { plainText } from "@/messages/plainText";
import { dataPages } from "@/messages/zh-CN/data";
import { fieldNames, mappingPages } from "@/messages/zh-CN/mapping";

/** `profile suggest FILE`: a field for each column with the reason, what is missing, and a description to go on from. */
export async function suggest(commandArguments: string[], context: CommandContext): Promise<number> {
  const { one, values } = readArguments(commandArguments, "文件", {
    kind: { type: "string" },
    out: { type: "string" },
  });
  const { home } = await context.installation();
  const kind = values.kind === undefined ? null : readKind(values.kind);
  const suggested = await suggestForFile(home, inputFile(one), kind);
  if (values.out) await writeFile(values.out, profileText(suggested.profile));
  if (values.json) {
    context.print(JSON.stringify(suggested));
    return 0;
  }
  context.print(`${mappingPages.kind}：${dataPages.kinds[suggested.profile.kind]}`);
  for (const suggestion of suggested.suggestions) context.print(`  ${suggestionLine(suggestion)}`);
  for (const field of suggested.missing) context.warn(`F-106 ${plainText("F-106", { field })}`);
  return 0;
}

/** CLM_ID → settlement_id 结算编号（很可能：列名含有相应的词，内容相符） */
function suggestionLine({ header, field, confidence, reason }: Suggestion): string {
  const { reasons, confidences, notRead } = mappingPages;
  const why = [fill(reasons[reason.kind], { known: reason.known })];
  if (reason.fits !== null) why.push(reason.fits ? reasons.fits : reasons.misfits);
  const name = field === null ? notRead : `${field} ${fieldNames[field]}`;
  return `${header} → ${name}（${confidence ? `${confidences[confidence]}：` : ""}${why.join("，")}）`;
}
