import type { Installation } from "@/db/open";
import { readPersonKey } from "@/db/personKeyFile";
import { listExtracts } from "@/db/queries/listExtracts";
import type { LoadRow } from "@/db/queries/readLoad";
import { readRegionName } from "@/db/queries/readRegionName";
import { PlainError } from "@/domain/errors";
import { fileHash } from "@/etl/steps/fileHash";
import type { StagedLoad } from "@/etl/steps/judged";
import type { InputFile } from "@/etl/steps/unpackArchives";
import type { PublishedRegion } from "@/etl/steps/versionState";
import type { Warehouse } from "@/warehouse/connection";
import { findBase, requireInForce } from "./findBase";
import { isHeldList, readHeldList } from "./heldList";
import { stageCorrections } from "./stageCorrections";

/** A list of held rows that came back with values filled in. */
export interface Corrections {
  /** The load that is corrected. */
  readonly load: LoadRow;
  /** The list was loaded before: nothing is new. */
  readonly isApplied: boolean;
  /** What the list says instead of who loads it. */
  readonly request: {
    readonly region: string;
    readonly scheme: string;
    readonly entered: { by: string; reason: string };
  };
  /** The days on which the corrected extracts were received, by number. */
  readonly receivedOn: ReadonlyMap<number, string>;
  stage(warehouse: Warehouse, to: { loadId: string; before: PublishedRegion }): Promise<StagedLoad>;
}

/** What the one file of a load corrects, or null where there are extracts only. Throws PlainError L-720 for a list among others. */
export async function findCorrections(
  installation: Installation,
  files: readonly InputFile[],
): Promise<Corrections | null> {
  const [file] = files;
  if (file === undefined || files.length > 1) {
    for (const { path, name } of files) if (await isHeldList(path)) throw new PlainError("L-720", { file: name });
    return null;
  }
  const list = await readHeldList(file.path);
  if (!list) return null;
  const { home, database } = installation;
  const sha256 = await fileHash(file.path);
  const base = await findBase(installation, list.loadId, sha256);
  const { load, staged, isApplied } = base;
  const { region, scheme } = load;
  const extracts = await listExtracts(database, region, [load.loadId]);
  return {
    load,
    isApplied,
    request: { region, scheme, entered: { by: list.by, reason: list.reason } },
    receivedOn: new Map(extracts.map(({ extractNumber, receivedOn }) => [extractNumber, receivedOn])),
    stage: async (warehouse, { loadId, before }) => {
      requireInForce(base, before);
      const { warehouseFolder, spillFolder } = home;
      const personKey = await readPersonKey(home.personKeyFile);
      const regionName = await readRegionName(database, region);
      const of = { region, regionName, scheme };
      const from = { base: staged, baseId: load.loadId, list, name: file.name, sha256 };
      return stageCorrections(warehouse, { loadId, ...from, ...of, personKey, warehouseFolder, spillFolder });
    },
  };
}
