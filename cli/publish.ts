import { readOne } from "@/cli/arguments/readOne";
import type { Command } from "@/cli/command";
import { publish as publishLoad } from "@/etl/index";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";

export const publish: Command = {
  name: "publish",
  usage: `发布一次已核对的导入，产生新的数据版本
  publish 导入编号
    --json                     输出一个 JSON 对象`,
  async run(commandArguments, context) {
    const { one: loadId, json } = readOne(commandArguments, "导入编号");
    const { dataVersion, contentHash, unchanged } = await publishLoad(
      await context.installation(),
      loadId,
      context.now(),
    );
    if (json) {
      const data = {
        load_id: loadId,
        data_version: dataVersion,
        state: "published",
        unchanged,
        content_hash: contentHash,
      };
      context.print(JSON.stringify(data));
    } else {
      const { published, publishedBefore } = messagesIn("zh-CN").commandLine;
      context.print(fill(unchanged ? publishedBefore : published, { load: loadId, version: dataVersion }));
    }
    return 0;
  },
};
