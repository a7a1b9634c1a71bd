import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Command } from "@/cli/command";
import { PlainError } from "@/domain/errors";
import { listHeld } from "@/etl/index";
import { closeReader, openReader } from "@/figures/reader";
import { heldListFile } from "@/intake/index";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";

export const held: Command = {
  name: "held",
  usage: `把一次导入的待核行写成待核清单（工作簿）；填好更正值后用 load 交回
  held 导入编号 --out 待核清单.xlsx
    --json                     输出一个 JSON 对象`,
  async run(commandArguments, context) {
    const { values, positionals } = parseArgs({
      args: commandArguments,
      allowPositionals: true,
      options: { out: { type: "string" }, json: { type: "boolean", default: false } },
    });
    const [loadId, ...rest] = positionals;
    const file = values.out;
    if (loadId === undefined || rest.length > 0) throw new PlainError("L-713", { name: "导入编号" });
    if (file === undefined) throw new PlainError("Q-105", { name: "out" });
    const installation = await context.installation();
    try {
      const files = await listHeld(await openReader(installation.home), installation, loadId);
      await writeFile(file, await heldListFile(loadId, files, "zh-CN")).catch(() => {
        throw new PlainError("Q-114", { file }, "failed");
      });
      const rows = files.reduce((sum, one) => sum + one.rows.length, 0);
      const said = fill(messagesIn("zh-CN").commandLine.heldWritten, { file, rows });
      context.print(values.json ? JSON.stringify({ load_id: loadId, file, rows }) : said);
      return 0;
    } finally {
      await closeReader(installation.home);
    }
  },
};
