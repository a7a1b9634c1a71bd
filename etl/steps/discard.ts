import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Installation } from "@/db/open";
import { discardLoad } from "@/db/queries/discardLoad";
import { readLoad } from "@/db/queries/readLoad";
import { PlainError } from "@/domain/errors";
import { readDerived } from "@/etl/steps/derivedFiles";

/**
 * Gives up a load that waits and removes its rows and facts; the report stays. Throws PlainError L-701 for an unknown
 * load, L-702 for one that does not wait.
 */
export async function discard({ home, database }: Installation, loadId: string): Promise<void> {
  const load = await readLoad(database, loadId);
  if (!load) throw new PlainError("L-701", { load: loadId });
  if (!(await discardLoad(database, loadId))) throw new PlainError("L-702", { load: loadId });
  await removeWaiting(home.warehouseFolder, loadId);
}

/** Removes the rows of a load that waits no more and the facts that were derived for it. */
export async function removeWaiting(warehouseFolder: string, loadId: string): Promise<void> {
  const derived = await readDerived(warehouseFolder, loadId);
  for (const path of Object.keys(derived?.newFiles ?? {})) await rm(join(warehouseFolder, path), { force: true });
  await rm(join(warehouseFolder, "loads", loadId), { recursive: true, force: true });
}
