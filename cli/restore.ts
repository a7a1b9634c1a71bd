import { readOne } from "@/cli/arguments/readOne";
import type { Command } from "@/cli/command";
import { versionNumber } from "@/cli/versions/compare";
import { restore as restoreVersion } from "@/etl/index";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";

export const restore: Command = {
  name: "restore",
  usage: `恢复到较早的数据版本：内容作为新的版本发布
  restore 版本号
    --json                     输出一个 JSON 对象`,
  async run(commandArguments, context) {
    const { one, json } = readOne(commandArguments, "版本号");
    const restored = await restoreVersion(await context.installation(), versionNumber(one), context.now());
    const { dataVersion, restoredFrom, contentHash } = restored;
    const data = { data_version: dataVersion, restored_from: restoredFrom, content_hash: contentHash };
    const said = fill(messagesIn("zh-CN").commandLine.restored, { from: restoredFrom, version: dataVersion });
    context.print(json ? JSON.stringify(data) : said);
    return 0;
  },
};
