import type { Installation } from "@/db/open";
import { type LoadRow, readLoad } from "@/db/queries/readLoad";
import { PlainError } from "@/domain/errors";
import type { SheetPlace } from "@/domain/load";
import { readStaged } from "@/etl/steps/stagedFiles";
import type { Warehouse } from "@/warehouse/connection";
import { type HeldRow, readHeldInVersion, readHeldRows } from "./heldRows";

/** Held rows of one file of a load. */
export interface HeldOfFile {
  readonly file: string;
  readonly sheets: readonly SheetPlace[] | undefined;
  readonly rows: readonly HeldRow[];
}

/** The held rows of a load that is published or waits. Throws PlainError L-701 for an unknown load, L-714 where there are none. */
export async function listHeld(
  warehouse: Warehouse,
  { home, database }: Installation,
  loadId: string,
): Promise<HeldOfFile[]> {
  const load = await readLoad(database, loadId);
  if (!load) throw new PlainError("L-701", { load: loadId });
  const staged = await readStaged(home.warehouseFolder, loadId);
  const extracts = staged?.extracts ?? [];
  const inVersion = await readHeldInVersion(warehouse, home.warehouseFolder, loadId);
  const files = await Promise.all(
    extracts.map(async ({ extractNumber, fileName }) => ({
      file: fileName,
      sheets: staged!.report.files[extractNumber - 1]?.sheets,
      rows: [
        ...(await readHeldRows(warehouse, home.warehouseFolder, loadId, extractNumber)),
        ...inVersion.filter((row) => row.extractNumber === extractNumber),
      ],
    })),
  );
  const held = files.filter(({ rows }) => rows.length > 0);
  if (held.length === 0) throw new PlainError("L-714");
  return held;
}

/** Whether there is a list of held rows of a load. */
export async function hasHeldList({ home }: Installation, { loadId, state, report }: LoadRow): Promise<boolean> {
  const isKept = state === "ready" || state === "published";
  return (
    isKept && report.reconciliation.rows.quarantined > 0 && (await readStaged(home.warehouseFolder, loadId)) !== null
  );
}
