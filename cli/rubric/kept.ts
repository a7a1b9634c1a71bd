import { writeFile } from "node:fs/promises";
import { readYear } from "@/cli/arguments/projection";
import { needed, readArguments } from "@/cli/arguments/readArguments";
import type { CommandContext } from "@/cli/command";
import { listRubrics } from "@/db/queries/listRubrics";
import { saveRubric } from "@/db/queries/saveRubric";
import { PlainError } from "@/domain/errors";
import type { Indicator, Rubric } from "@/domain/rubric";
import { messagesIn } from "@/messages/index";
import { targetText } from "@/messages/indicatorValues";
import { localRules } from "@/messages/zh-CN/settings";
import { nextVersion, readRubric, rubricFor, rubricVersion, withShipped, writeRubric } from "@/rubrics/index";
import { readText } from "./validate";

const version = { version: { type: "string" } } as const;
const words = messagesIn("zh-CN");

/** `rubric list`: every version, shipped and own; of a year the newest in force of each. */
export async function list(commandArguments: string[], context: CommandContext): Promise<number> {
  const { values } = readArguments(commandArguments, null, { year: { type: "string" } });
  const year = readYear(values.year);
  const all = await rubricsOf(context);
  const listed = year === null ? all : all.filter((rubric) => rubricFor(all, rubric.id, year) === rubric);
  if (values.json) context.print(JSON.stringify(listed.map(headOf)));
  else for (const rubric of listed) context.print(headLine(rubric));
  return 0;
}

/** `rubric show ID`: sections and indicators with their marks, rules and sources. */
export async function show(commandArguments: string[], context: CommandContext): Promise<number> {
  const { one, values } = readArguments(commandArguments, "代码", version);
  const rubric = await rubricNamed(context, one, values.version);
  if (values.json) context.print(JSON.stringify(rubric));
  else for (const line of [headLine(rubric), ...lines(rubric)]) context.print(line);
  return 0;
}

/** `rubric export ID --out FILE`: the rubric as its file. */
export async function exportRubric(commandArguments: string[], context: CommandContext): Promise<number> {
  const { one, values } = readArguments(commandArguments, "代码", { ...version, out: { type: "string" } });
  const rubric = await rubricNamed(context, one, values.version);
  const out = needed(values.out, "out");
  await writeFile(out, writeRubric(rubric)).catch(() => {
    throw new PlainError("Q-114", { file: out }, "failed");
  });
  const { id } = rubric;
  context.print(values.json ? JSON.stringify({ id, version: rubric.version, out }) : `${id} → ${out}`);
  return 0;
}

/** `rubric import FILE`: the file as the next version of its rubric. */
export async function importRubric(commandArguments: string[], context: CommandContext): Promise<number> {
  const attribution = { by: { type: "string" }, reason: { type: "string" } } as const;
  const { one, values } = readArguments(commandArguments, "文件", attribution);
  const entered = { enteredBy: needed(values.by, "by"), reason: needed(values.reason, "reason") };
  const read = readRubric(await readText(one));
  const rubric = { ...read, version: nextVersion(await rubricsOf(context), read.id) };
  const { database } = await context.installation();
  if (!(await saveRubric(database, rubric, { ...entered, enteredAt: context.now() }))) throw new PlainError("S-201");
  context.print(values.json ? JSON.stringify({ ...headOf(rubric), saved: true }) : headLine(rubric));
  return 0;
}

async function rubricsOf(context: CommandContext): Promise<readonly Rubric[]> {
  const { database } = await context.installation();
  return withShipped(await listRubrics(database));
}

/** The version asked for, or the newest. Throws PlainError R-125. */
async function rubricNamed(context: CommandContext, id: string, asked: string | undefined): Promise<Rubric> {
  const all = await rubricsOf(context);
  const found = rubricVersion(all, id, asked === undefined ? nextVersion(all, id) - 1 : Number(asked));
  if (found) return found;
  const name = asked === undefined ? id : `${id} v${asked}`;
  throw new PlainError("R-125", { rubric: name, rubrics: [...new Set(all.map((rubric) => rubric.id))].join(" ") });
}

function headOf({ id, version: number, title, form, years, source, marks }: Rubric) {
  return { id, version: number, title, form, years, source, marks: marks ?? null };
}

/** project_expenditure  v1  2016—  财预〔2020〕10号（本地参数，待确认）  城乡居民医保补助项目支出绩效自评 */
function headLine({ id, version: number, title, years, source }: Rubric): string {
  const document = source.confirmed ? source.document : `${source.document}（${localRules.unconfirmed}）`;
  return `${id}  v${number}  ${years.from}—${years.to ?? ""}  ${document}  ${title}`;
}

function lines({ sections }: Rubric): string[] {
  return sections.flatMap(({ name, marks, indicators }) => [
    `${name}${marks === undefined ? "" : `  ${marks}`}`,
    ...indicators.map((indicator) => `  ${indicatorLine(indicator)}`),
  ]);
}

function indicatorLine(indicator: Indicator): string {
  const { code, name, marks, scoring, source, target } = indicator;
  const parts = [
    ...[code, name, marks ?? ""],
    target === undefined ? "" : targetText(indicator, target, words),
    words.scoringRules[scoring.rule].name,
    "metric" in source ? source.metric : source.entered,
  ];
  return parts.filter((part) => part !== "").join("  ");
}
