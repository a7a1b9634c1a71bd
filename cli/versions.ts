import { parseArgs } from "node:util";
import type { Command } from "@/cli/command";
import { compare } from "@/cli/versions/compare";
import { listVersions, type VersionRow } from "@/db/queries/listVersions";
import { PlainError } from "@/domain/errors";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";

const { dataPages, commandLine } = messagesIn("zh-CN");

export const versions: Command = {
  name: "versions",
  usage: `列出已发布的数据版本，最新的在前；或比较两个版本
  versions
    --json                     输出一个 JSON 数组
  versions --compare 原版本 新版本
    --json                     输出一个 JSON 对象：settlements 各月结算，reclassified 归类有变的月份，lists 名册、筹资等`,
  async run(commandArguments, context) {
    const { values, positionals } = parseArgs({
      args: commandArguments,
      allowPositionals: true,
      options: { compare: { type: "string" }, json: { type: "boolean", default: false } },
    });
    const { json } = values;
    if (values.compare !== undefined) return compare(context, [values.compare, ...positionals], json);
    if (positionals.length > 0) throw new PlainError("L-713", { name: "--compare" });
    const { database } = await context.installation();
    const rows = await listVersions(database);
    if (json) context.print(JSON.stringify(rows.map(asData)));
    else for (const row of rows) context.print(asLine(row));
    return 0;
  },
};

/** `loads` are those in force, in the order of their publication. */
function asData({
  version,
  publishedAt,
  loadIds,
  contentHash,
  current,
  loadId,
  restoredFrom,
  rederivedRegion,
}: VersionRow) {
  return {
    version,
    published_at: new Date(publishedAt).toISOString(),
    loads: loadIds,
    content_hash: contentHash,
    current,
    load_id: loadId,
    restored_from: restoredFrom,
    rederived_region: rederivedRegion,
  };
}

function asLine(row: VersionRow): string {
  const { version, publishedAt, loadIds, contentHash, current } = row;
  const loads = fill(commandLine.loadCount, { count: loadIds.length });
  const about = [version, publishedAt.slice(0, 16), contentHash.slice(0, 16), loads, originOf(row)];
  return `${current ? "*" : " "} ${about.join("  ")}`;
}

function originOf({ loadId, restoredFrom, rederivedRegion }: VersionRow): string {
  if (loadId) return loadId;
  if (rederivedRegion) return `${dataPages.originRederived} ${rederivedRegion}`;
  return restoredFrom === null ? dataPages.originOther : fill(dataPages.originRestore, { version: restoredFrom });
}
