import { join } from "node:path";
import type { Home } from "@/db/home";
import { Warehouse } from "@/warehouse/connection";

const readers = new Map<string, Promise<Warehouse>>();

/** The process's one session over the published Parquet of an installation, opened on first use. */
export function openReader(home: Home): Promise<Warehouse> {
  const known = readers.get(home.warehouseFolder);
  if (known) return known;
  const opened = open(home);
  readers.set(home.warehouseFolder, opened);
  opened.catch(() => readers.delete(home.warehouseFolder));
  return opened;
}

/** DuckDB makes the spill folder when it needs one and takes it away: processes must not share it. */
function open(home: Home): Promise<Warehouse> {
  return Warehouse.open({
    folders: [home.warehouseFolder],
    spillFolder: join(home.spillFolder, `read-${process.pid}`),
  });
}

/** Closes the session; for tests and for programs that end. */
export async function closeReader(home: Home): Promise<void> {
  const known = readers.get(home.warehouseFolder);
  readers.delete(home.warehouseFolder);
  (await known)?.close();
}
