import { readOne } from "@/cli/arguments/readOne";
import type { Command } from "@/cli/command";
import { discard as discardLoad } from "@/etl/index";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";

export const discard: Command = {
  name: "discard",
  usage: `放弃一次等待发布的导入
  discard 导入编号
    --json                     输出一个 JSON 对象`,
  async run(commandArguments, context) {
    const { one: loadId, json } = readOne(commandArguments, "导入编号");
    await discardLoad(await context.installation(), loadId);
    const said = fill(messagesIn("zh-CN").commandLine.discarded, { load: loadId });
    context.print(json ? JSON.stringify({ load_id: loadId, state: "discarded" }) : said);
    return 0;
  },
};
