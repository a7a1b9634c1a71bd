import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Installation } from "@/db/open";
import { discardLoad } from "@/db/queries/discardLoad";
import { readLoad } from "@/db/queries/readLoad";
import { PlainError } from "@/domain/errors";

/**
 * Gives up a load that waits and removes its rows; the report stays. Throws PlainError L-701 for an unknown load, L-702
 * for one that does not wait.
 */
export async function discard({ home, database }: Installation, loadId: string): Promise<void> {
  const load = await readLoad(database, loadId);
  if (!load) throw new PlainError("L-701", { load: loadId });
  if (!(await discardLoad(database, loadId))) throw new PlainError("L-702", { load: loadId });
  await rm(join(home.warehouseFolder, "loads", loadId), { recursive: true, force: true });
}
