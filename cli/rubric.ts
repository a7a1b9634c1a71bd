import type { Command } from "@/cli/command";
import { exportRubric, importRubric, list, show } from "@/cli/rubric/kept";
import { validate } from "@/cli/rubric/validate";
import { PlainError } from "@/domain/errors";

const actions: Readonly<Record<string, Command["run"]>> = {
  list,
  show,
  validate,
  export: exportRubric,
  import: importRubric,
};

export const rubric: Command = {
  name: "rubric",
  usage: `绩效指标体系：查看、核对、导出、导入
  rubric list                    自带的和本单位的各版本
    --year 2024                  只看这一年适用的最新版本
  rubric show 代码               各级指标、分值、评分规则、来源
    --version 2                  版本，默认最新
  rubric validate 文件           核对一份指标体系（YAML或JSON），逐条列出错误和行号
  rubric export 代码 --out 文件   写成文件，可修改后再导入
    --version 2
  rubric import 文件 --by 姓名 --reason 理由
                                 存为新的版本，版本号自动加一
    --json                       输出一个 JSON 对象`,
  async run([action = "", ...rest], context) {
    const run = actions[action];
    if (!run) throw new PlainError("R-126", { action });
    return run(rest, context);
  },
};
