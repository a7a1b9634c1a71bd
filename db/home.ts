import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";

/** The folders of one installation. Everything that Yizhang keeps lies below `root`. */
export interface Home {
  readonly root: string;
  /** Key of the person tokens; readable by its owner only. */
  readonly personKeyFile: string;
  readonly postgresFolder: string;
  /** Immutable Parquet: `loads/<load>/…` as accepted, `facts/<table>/<region>/…` as published. */
  readonly warehouseFolder: string;
  readonly spillFolder: string;
  /** What was handed in and is not read yet: a folder per load. */
  readonly incomingFolder: string;
  /** Watched: files put here are loaded without a browser. */
  readonly inboxFolder: string;
  /** 佐证材料, each under its SHA-256. */
  readonly evidenceFolder: string;
  readonly demoFolder: string;
  readonly logFolder: string;
}

/** Reads `YIZHANG_HOME` (default: `data` in the folder of the program) and `YIZHANG_SECRET_FILE`; creates nothing. */
export function locateHome(environment: Record<string, string | undefined>, programFolder: string): Home {
  const root = resolve(environment.YIZHANG_HOME || join(programFolder, "data"));
  return {
    root,
    personKeyFile: resolve(environment.YIZHANG_SECRET_FILE || join(root, "person.key")),
    postgresFolder: join(root, "postgres"),
    warehouseFolder: join(root, "warehouse"),
    spillFolder: join(root, "spill"),
    incomingFolder: join(root, "incoming"),
    inboxFolder: join(root, "inbox"),
    evidenceFolder: join(root, "evidence"),
    demoFolder: join(root, "demo"),
    logFolder: join(root, "logs"),
  };
}

export async function createFolders(home: Home): Promise<void> {
  for (const folder of [home.root, home.warehouseFolder, home.spillFolder, home.logFolder]) {
    await mkdir(folder, { recursive: true, mode: 0o755 });
  }
  // What a bureau hands in names persons: nobody else on the machine may look.
  for (const folder of [home.incomingFolder, home.inboxFolder, home.evidenceFolder]) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  }
}
