import { readOne } from "@/cli/arguments/readOne";
import type { Command } from "@/cli/command";
import { discard as discardLoad } from "@/etl/index";

export const discard: Command = {
  name: "discard",
  usage: `放弃一次等待发布的导入
  discard 导入编号
    --json                     输出一个 JSON 对象`,
  async run(commandArguments, context) {
    const { one: loadId, json } = readOne(commandArguments, "LOAD_ID");
    await discardLoad(await context.installation(), loadId);
    context.print(json ? JSON.stringify({ load_id: loadId, state: "discarded" }) : `已放弃导入${loadId}`);
    return 0;
  },
};
