import { join } from "node:path";
import type { Installation } from "@/db/open";
import type { DataVersion } from "@/db/queries/readDataVersion";
import { hardshipIdentityRows } from "@/etl/codes/loadCodeMaps";
import { registryInForce } from "@/etl/sql/registryInForce";
import { regionState } from "@/etl/steps/versionState";
import type { Warehouse } from "@/warehouse/connection";

/** How many persons a registry gives a status on a day, and from when to when. */
export interface RegistryStatus {
  readonly status: string;
  readonly persons: number;
  /** Entries of any day. */
  readonly entries: number;
  readonly firstBegins: string | null;
  /** Null: every entry is open. */
  readonly lastEnds: string | null;
  /** Entries without an end. */
  readonly open: number;
}

export interface RegistryInForce {
  readonly statuses: readonly RegistryStatus[];
  readonly files: readonly { readonly loadId: string; readonly fileName: string; readonly receivedOn: string }[];
}

/** The hardship registry in force of a region, counted: nobody is named. `day` as 2018-06-30. */
export async function readRegistry(
  warehouse: Warehouse,
  { home, database }: Installation,
  version: DataVersion,
  region: string,
  day: string,
): Promise<RegistryInForce> {
  const { extracts, localCodes } = await regionState(database, version, region);
  const files = extracts.filter(({ kind }) => kind === "hardship_registry");
  if (files.length === 0) return { statuses: [], files };
  const rows = await warehouse.rows(registryInForce(files.map(({ path }) => join(home.warehouseFolder, path))), {
    province: region.slice(0, 2),
    codes: JSON.stringify(hardshipIdentityRows(localCodes)),
    day,
  });
  return { statuses: rows as unknown as RegistryStatus[], files };
}
