import { parseArgs } from "node:util";
import { projectionOptions, readProjectionScope } from "@/cli/arguments/projection";
import type { Command } from "@/cli/command";
import { recordAsLines } from "@/cli/project/lines";
import { pastProjections } from "@/figures/forecast/lessons";
import { closeReader } from "@/figures/reader";
import { recordAsData } from "@/reports/render/forecast";

export const backtest: Command = {
  name: "backtest",
  usage: `用过去各年检验预测：按当时已知的数据重做，与实际对比
  backtest --region 361031
    --through 2018-06                  只看到这个月，默认为有数据的最后一个月
    --where tier=county,city           只看这些成员，可重复
    --scheme 390  --as-of 12           险种；按当时数据
    --json                             输出一个 JSON 对象`,
  async run(commandArguments, context) {
    const { values } = parseArgs({
      args: commandArguments,
      options: { ...projectionOptions, json: { type: "boolean", default: false } },
    });
    const installation = await context.installation();
    try {
      const scope = await readProjectionScope(installation, values);
      const { dataVersion, record } = await pastProjections(installation, scope);
      const { region, scheme, where } = scope;
      if (values.json)
        context.print(JSON.stringify({ data_version: dataVersion, region, scheme, where, ...recordAsData(record) }));
      else for (const line of recordAsLines(record)) context.print(line);
      return 0;
    } finally {
      await closeReader(installation.home);
    }
  },
};
