import { parseArgs } from "node:util";
import type { Command } from "@/cli/command";
import { readRegion } from "@/cli/load";
import { saveRegion } from "@/db/queries/saveRegion";
import { PlainError } from "@/domain/errors";

export const region: Command = {
  name: "region",
  usage: `给地区命名，页面和报告都用这个名称
  region 361031 --name 示例县
    --json                     输出一个 JSON 对象`,
  async run(commandArguments, context) {
    const { values, positionals } = parseArgs({
      args: commandArguments,
      allowPositionals: true,
      options: { name: { type: "string" }, json: { type: "boolean", default: false } },
    });
    const code = readRegion(positionals[0]);
    const name = values.name?.trim();
    if (!name || name.length > 60) throw new PlainError("Q-105", { name: "name" });
    const { database } = await context.installation();
    await saveRegion(database, code, name);
    context.print(values.json ? JSON.stringify({ region: code, name }) : `${code} ${name}`);
    return 0;
  },
};
