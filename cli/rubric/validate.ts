import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { readArguments } from "@/cli/arguments/readArguments";
import type { CommandContext } from "@/cli/command";
import { PlainError } from "@/domain/errors";
import { plainText } from "@/messages/plainText";
import { tryRubric } from "@/rubrics/index";

/** `rubric validate FILE`: every fault with its line, from the top; 2 where there is one. Opens no installation. */
export async function validate(commandArguments: string[], context: CommandContext): Promise<number> {
  const { one, values } = readArguments(commandArguments, "文件", {});
  const { rubric, faults } = tryRubric(await readText(one));
  const said = faults.map(({ code, details }) => ({
    code,
    line: details.line ?? null,
    text: plainText(code, details),
  }));
  if (values.json) {
    const known = rubric && { id: rubric.id, version: rubric.version, title: rubric.title };
    context.print(JSON.stringify({ valid: said.length === 0, rubric: known, faults: said }));
  } else if (rubric && said.length === 0) {
    context.print(`${rubric.id}  v${rubric.version}  ${rubric.title}`);
  } else {
    for (const { code, text } of said) context.warn(`${code} ${text}`);
  }
  return said.length === 0 ? 0 : 2;
}

/** The text of a file. Throws PlainError L-131 when it cannot be read. */
export const readText = (path: string) =>
  readFile(path, "utf8").catch(() => {
    throw new PlainError("L-131", { file: basename(path) });
  });
