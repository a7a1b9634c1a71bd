import { parseArgs } from "node:util";
import { projectionOptions, readProjectionScope, readYear } from "@/cli/arguments/projection";
import type { Command } from "@/cli/command";
import { forecastAsLines } from "@/cli/project/lines";
import { projectFile } from "@/cli/project/series";
import { PlainError } from "@/domain/errors";
import { forecast, type PartCut, partCuts } from "@/figures/forecast/forecast";
import { closeReader } from "@/figures/reader";
import { forecastAsData } from "@/reports/render/forecast";

export const project: Command = {
  name: "project",
  usage: `预测全年统筹基金支出；或对任意月度序列做同样的预测
  project --region 361031 --year 2018 --through 2018-06
    --year 2018  --through 2018-06     年份；已知到哪个月，默认为有数据的最后一个月
    --by tier                          分项：${partCuts.join(" ")}，默认 tier
    --where tier=county,city           只看这些成员，可重复
    --scheme 390  --as-of 12           险种；按当时数据
    --basis pooled_fund                可用基金口径，默认按设置
    --json                             输出一个 JSON 对象
  project --series FILE.csv
    FILE.csv                           列：series_id、period（2018-06）、value；行的次序不限
    --year 2018                        默认为文件中的最后一年；在已知 1、3、6、9、11 个月时各预测一次
    --json                             输出一个 JSON 数组，数额为数`,
  async run(commandArguments, context) {
    const { values } = parseArgs({
      args: commandArguments,
      options: {
        ...projectionOptions,
        by: { type: "string" },
        series: { type: "string" },
        json: { type: "boolean", default: false },
      },
    });
    if (values.series !== undefined) {
      const stray = (["region", "through", "by", "basis", "as-of"] as const).find((name) => values[name] !== undefined);
      if (stray) throw new PlainError("Q-124", { name: stray });
      const projected = await projectFile(values.series, readYear(values.year));
      if (values.json) context.print(projected.json());
      else for (const line of projected.lines()) context.print(line);
      return 0;
    }
    const by = readCut(values.by ?? partCuts[0]);
    const installation = await context.installation();
    try {
      const made = await forecast(installation, await readProjectionScope(installation, values), by);
      if (values.json) context.print(JSON.stringify(forecastAsData(made)));
      else for (const line of forecastAsLines(made)) context.print(line);
      return 0;
    } finally {
      await closeReader(installation.home);
    }
  },
};

function readCut(text: string): PartCut {
  const cut = partCuts.find((each) => each === text);
  if (!cut) throw new PlainError("Q-123", { by: text, cuts: partCuts.join(" ") });
  return cut;
}
