import { listLoads } from "@/db/queries/listLoads";
import type { ExtractKind } from "@/domain/load";
import type { Change } from "./ChangesTable";
import type { SettingsShown } from "./shown";

/** The published loads of a kind as 变更记录: typed on a page, or received as a file. */
export async function loadChangesOf(
  { installation, region, words }: SettingsShown,
  kind: ExtractKind,
): Promise<Change[]> {
  const loads = await listLoads(installation.database, region.code);
  return loads
    .filter(({ state, report }) => state === "published" && report.files.some((file) => file.kind === kind))
    .map(({ loadId, createdAt, enteredBy, reason, report }) => ({
      when: createdAt,
      who: enteredBy ?? words.settingsPages.imported,
      what: report.files
        .filter((file) => file.kind === kind)
        .map(({ file }) => file)
        .join(words.shell.and),
      why: reason ?? words.shell.noValue,
      href: `/data/loads/${encodeURIComponent(loadId)}`,
    }));
}
