import { join } from "node:path";
import { type Finding, fail, ok, warn } from "@/cli/doctor/finding";
import type { Installation } from "@/db/open";
import { readDataVersion } from "@/db/queries/readDataVersion";
import { findDamagedFiles, findWrongTotals, leftovers } from "@/etl/index";
import { Warehouse } from "@/warehouse/connection";

/** How many of what is wrong are named. */
const named = 5;

/** DuckDB, the current version with every row of its files and every stored total, and what cut-off runs have left. */
export async function examineWarehouse(installation: Installation): Promise<Finding[]> {
  const { home, database } = installation;
  const version = (await readDataVersion(database, null))!;
  const spillFolder = join(home.spillFolder, `read-${process.pid}`);
  const warehouse = await Warehouse.open({ folders: [home.warehouseFolder], spillFolder });
  try {
    const [engine] = await warehouse.rows("select version() as version");
    const files = await findDamagedFiles(warehouse, installation, version);
    return [
      ok("duckdb", { version: String(engine!.version) }),
      ok("version", { version: version.version }),
      filesFinding(version.files.length, files),
      files.damaged.length > 0
        ? warn("totals")
        : totalsFinding(await findWrongTotals(warehouse, installation, version)),
      await examineLeftovers(installation),
    ];
  } finally {
    warehouse.close();
  }
}

function filesFinding(count: number, { damaged, countedOnly }: Awaited<ReturnType<typeof findDamagedFiles>>): Finding {
  const files = damaged
    .slice(0, named)
    .map(({ path }) => path)
    .join("、");
  if (damaged.length > 0) return fail("files", { count, damaged: damaged.length, files });
  return countedOnly.length > 0 ? warn("files", { count, older: countedOnly.length }) : ok("files", { count });
}

function totalsFinding({ examined, older, wrong }: Awaited<ReturnType<typeof findWrongTotals>>): Finding {
  const places = wrong
    .slice(0, named)
    .map(({ region, period }) => `${region} ${period}`)
    .join("、");
  const details = { count: examined, wrong: wrong.length, places };
  if (wrong.length > 0) return fail("totals", details);
  return older > 0 ? warn("totals.older", { ...details, older }) : ok("totals", details);
}

async function examineLeftovers(installation: Installation): Promise<Finding> {
  const found = await leftovers(installation);
  if (found === null) return ok("leftovers.busy");
  const details = { count: found.length, files: found.slice(0, 3).join("、") };
  return found.length > 0 ? warn("leftovers", details) : ok("leftovers", details);
}
