import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type Finding, fail, ok, warn } from "@/cli/doctor/finding";
import { appliedMigrations, readMigrations } from "@/db/migrate";
import type { Installation } from "@/db/open";
import { readPersonKey } from "@/db/personKeyFile";
import { listLoads } from "@/db/queries/listLoads";
import { PlainError } from "@/domain/errors";

/** Key file, PostgreSQL and what waits in it. */
export async function examineDatabase(
  installation: Installation,
  { embedded, programFolder }: { embedded: boolean; programFolder: string },
): Promise<Finding[]> {
  return [
    await examineKey(installation.home.personKeyFile),
    await examineServer(installation, embedded),
    await examineMigrations(installation, programFolder),
    await examineWaitingLoads(installation),
  ];
}

async function examineKey(file: string): Promise<Finding> {
  try {
    await readPersonKey(file);
  } catch (error) {
    if (error instanceof PlainError) return fail("key", { file });
    throw error;
  }
  const mode = (await stat(file)).mode & 0o777;
  const details = { file, mode: mode.toString(8).padStart(4, "0") };
  return mode & 0o277 ? warn("key", details) : ok("key", details);
}

async function examineServer({ database }: Installation, embedded: boolean): Promise<Finding> {
  const [row] = await database.sql<{ version: string }[]>`select current_setting('server_version') as version`;
  return ok(embedded ? "embedded" : "server", { version: row!.version });
}

async function examineMigrations({ database }: Installation, programFolder: string): Promise<Finding> {
  const wanted = await readMigrations(join(programFolder, "db", "migrations"));
  const applied = await appliedMigrations(database.sql);
  const details = { applied: applied.size, wanted: wanted.length };
  return wanted.every(({ tag, hash }) => applied.get(tag) === hash)
    ? ok("migrations", details)
    : fail("migrations", details);
}

async function examineWaitingLoads({ database }: Installation): Promise<Finding> {
  const waiting = (await listLoads(database, null, null)).filter(({ state }) => state === "ready");
  const details = { count: waiting.length, loads: waiting.map(({ loadId }) => loadId).join("、") };
  return waiting.length > 0 ? warn("waiting", details) : ok("waiting", details);
}
