import { readOne } from "@/cli/arguments/readOne";
import type { Command } from "@/cli/command";
import { PlainError } from "@/domain/errors";
import { rederive as deriveAnew } from "@/etl/index";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";

export const rederive: Command = {
  name: "rederive",
  usage: `按现在的编码对照和口径，把一个地区的各月重新归类，作为新的版本发布
  rederive 地区代码
    --json                     输出一个 JSON 对象`,
  async run(commandArguments, context) {
    const { one, json } = readOne(commandArguments, "地区代码");
    if (!/^\d{6}$/.test(one)) throw new PlainError("L-713", { name: "地区代码" });
    const { dataVersion, contentHash } = await deriveAnew(await context.installation(), one, context.now());
    const data = { data_version: dataVersion, content_hash: contentHash };
    const said = fill(messagesIn("zh-CN").commandLine.rederived, { version: dataVersion });
    context.print(json ? JSON.stringify(data) : said);
    return 0;
  },
};
