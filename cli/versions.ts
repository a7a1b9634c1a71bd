import { readNone } from "@/cli/arguments/readOne";
import type { Command } from "@/cli/command";
import { listVersions, type VersionRow } from "@/db/queries/listVersions";

export const versions: Command = {
  name: "versions",
  usage: `列出已发布的数据版本，最新的在前
  versions
    --json                     输出一个 JSON 数组`,
  async run(commandArguments, context) {
    const { json } = readNone(commandArguments);
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
  return `${current ? "*" : " "} ${version}  ${publishedAt.slice(0, 16)}  ${contentHash.slice(0, 16)}  ${loadIds.length} 次导入  ${originOf(row)}`;
}

function originOf({ loadId, restoredFrom, rederivedRegion }: VersionRow): string {
  if (loadId) return loadId;
  if (rederivedRegion) return `重新归类 ${rederivedRegion}`;
  return restoredFrom === null ? "移除地区" : `恢复自版本 ${restoredFrom}`;
}
