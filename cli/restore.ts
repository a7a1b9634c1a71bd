import { readOne } from "@/cli/arguments/readOne";
import type { Command } from "@/cli/command";
import { PlainError } from "@/domain/errors";
import { restore as restoreVersion } from "@/etl/index";

export const restore: Command = {
  name: "restore",
  usage: `恢复到较早的数据版本：内容作为新的版本发布
  restore 版本号
    --json                     输出一个 JSON 对象`,
  async run(commandArguments, context) {
    const { one, json } = readOne(commandArguments, "VERSION");
    if (!/^[1-9]\d{0,8}$/.test(one)) throw new PlainError("Q-109", { text: one });
    const restored = await restoreVersion(await context.installation(), Number(one), context.now());
    const { dataVersion, restoredFrom, contentHash } = restored;
    const data = { data_version: dataVersion, restored_from: restoredFrom, content_hash: contentHash };
    context.print(json ? JSON.stringify(data) : `已恢复版本 ${restoredFrom}，新的数据版本是 ${dataVersion}`);
    return 0;
  },
};
