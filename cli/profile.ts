import type { Command } from "@/cli/command";
import { exportProfile, list, remove, save, show } from "@/cli/profile/saved";
import { suggest } from "@/cli/profile/suggest";
import { test } from "@/cli/profile/test";
import { PlainError } from "@/domain/errors";

const actions: Readonly<Record<string, Command["run"]>> = {
  suggest,
  test,
  list,
  show,
  save,
  export: exportProfile,
  remove,
};

export const profile: Command = {
  name: "profile",
  usage: `不写代码读取新的表头格式：建议、试读、存好
  profile suggest 文件         按列名和内容建议每一列读作什么
    --kind settlements         内容；不写则由建议判断
    --out 格式.json             把建议写成格式文件，供修改
  profile test 文件 --profile 格式.json --region 361031
                               试读整份文件，说明每行结果和原因；什么也不发布
    --rows 20                  列出最前的几行，默认 50
    --period 2018-06  --scheme 390
  profile list --region 361031
  profile show 名称 --region 361031
  profile save 格式.json --region 361031 --by 姓名 --reason 理由
  profile export 名称 --region 361031 --out 格式.json
  profile remove 名称 --region 361031 --by 姓名 --reason 理由
    --json                     输出一个 JSON 对象`,
  async run([action = "", ...rest], context) {
    const run = actions[action];
    if (!run) throw new PlainError("F-113", { action });
    return run(rest, context);
  },
};
