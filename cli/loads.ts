import { readNone } from "@/cli/arguments/readOne";
import type { Command } from "@/cli/command";
import { listLoads } from "@/db/queries/listLoads";
import type { LoadRow } from "@/db/queries/readLoad";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";

const { dataPages, commandLine, shell } = messagesIn("zh-CN");

export const loads: Command = {
  name: "loads",
  usage: `列出导入过的文件，最新的在前
  loads
    --json                     输出一个 JSON 数组`,
  async run(commandArguments, context) {
    const { json } = readNone(commandArguments);
    const { database } = await context.installation();
    const rows = await listLoads(database, null, null);
    if (json) context.print(JSON.stringify(rows.map(asData)));
    else for (const row of rows) context.print(asLine(row));
    return 0;
  },
};

/** `data_version` is the version that the load brought; null while it is not published. */
function asData({ loadId, region, scheme, state, createdAt, version, report }: LoadRow) {
  return {
    load_id: loadId,
    region,
    scheme,
    state,
    created_at: new Date(createdAt).toISOString(),
    data_version: version,
    files: report.files,
  };
}

function asLine({ loadId, region, state, createdAt, version, report }: LoadRow): string {
  const files = report.files.map(({ file }) => file).join(shell.and);
  const brought = version === null ? [] : [fill(commandLine.dataVersion, { version })];
  return [loadId, createdAt.slice(0, 16), region, dataPages.states[state], ...brought, files].join("  ");
}
