import { readOne } from "@/cli/arguments/readOne";
import type { Command } from "@/cli/command";
import { publish as publishLoad } from "@/etl/index";

export const publish: Command = {
  name: "publish",
  usage: `发布一次已核对的导入，产生新的数据版本
  publish 导入编号
    --json                     输出一个 JSON 对象`,
  async run(commandArguments, context) {
    const { one: loadId, json } = readOne(commandArguments, "LOAD_ID");
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
      context.print(unchanged ? `导入${loadId}早已发布，没有变化` : `已发布，数据版本 ${dataVersion}`);
    }
    return 0;
  },
};
