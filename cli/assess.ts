import { create, submit, withdraw } from "@/cli/assess/change";
import { exportForm } from "@/cli/assess/exportForm";
import { history } from "@/cli/assess/history";
import { list, score, show } from "@/cli/assess/look";
import type { Command } from "@/cli/command";
import { PlainError } from "@/domain/errors";

const actions: Readonly<Record<string, Command["run"]>> = {
  list,
  show,
  score,
  history,
  create,
  submit,
  withdraw,
  export: exportForm,
};

export const assess: Command = {
  name: "assess",
  usage: `绩效自评：查看、计分、新建、提交、导出
  assess list                    全部绩效自评及其状态和得分
    --region 361031  --year 2018
  assess show 编号                各项指标值、完成值、得分，提交前还缺什么，定稿后的数据变动
  assess score 编号               每项得分怎么来的：规则、公式、数值
  assess history 编号             谁在何时改了什么、为什么，从新到旧
    --indicator 代码              只看一项指标
  assess create --region 361031 --year 2018 --rubric project_expenditure
    --project 项目名称 --department 主管部门 --unit 实施单位
    --central-department 名称     中央主管部门，转移支付自评用
    --scheme 390  --by 姓名 --reason 理由
  assess submit 编号 --by 姓名 --reason 理由
                                 提交并定稿；还缺什么时拒绝并列出
  assess withdraw 编号 --by 姓名 --reason 理由
                                 撤回建错的一份；已提交的不能撤回
  assess export 编号 --form project --out 自评表.xlsx
    --form project|transfer|monitoring
    --json                       输出一个 JSON 对象`,
  async run([action = "", ...rest], context) {
    const run = actions[action];
    if (!run) throw new PlainError("P-401", { action, actions: Object.keys(actions).join("、") });
    return run(rest, context);
  },
};
