import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { hasCluster, openCluster } from "@/db/embeddedCluster";
import { EmbeddedServer, stopCluster } from "@/db/embeddedServer";
import { processState } from "@/db/machine";
import { migrate } from "@/db/migrate";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the server's maintenance database, the migrated database that tests copy, a folder for their files. */
    postgres: { adminUrl: string; template: string; folder: string };
  }
}

export const programFolder = fileURLToPath(new URL("../..", import.meta.url));

const folderPrefix = "yizhang-postgres-";

/** The same server with another database. */
export function withDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

/**
 * Runs once before all tests: one PostgreSQL for the run (`TEST_DATABASE_URL` or a throw-away embedded one) with a
 * migrated template, from which every test file copies a database of its own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandoned();
  const folder = await mkdtemp(join(tmpdir(), `${folderPrefix}${process.pid}-`));
  // Under root the server runs as another user, who has to get in.
  await chmod(folder, 0o755);
  const given = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;
  const postgresFolder = join(folder, "postgres");
  const server = given ? null : await EmbeddedServer.join(await throwAwayCluster(postgresFolder));
  const adminUrl = given ?? server!.url("postgres");
  const template = `yizhang_template_${process.pid}`;
  const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  await admin`create database ${admin(template)} encoding 'UTF8' template template0`;
  const migrated = postgres(withDatabase(adminUrl, template), { max: 1, onnotice: () => undefined });
  await migrate(migrated, join(programFolder, "db", "migrations"));
  await migrated.end();
  project.provide("postgres", { adminUrl, template, folder });
  return async () => {
    await admin`drop database if exists ${admin(template)} with (force)`;
    const left = await admin<{ datname: string }[]>`
      select datname from pg_database where starts_with(datname, ${`yizhang_test_${process.pid}_`})`;
    for (const { datname } of left) await admin`drop database if exists ${admin(datname)} with (force)`;
    await admin.end();
    await server?.leave();
    await rm(folder, { recursive: true, force: true });
  };
}

const throwAwayCluster = (postgresFolder: string) => openCluster({ programFolder, postgresFolder, durable: false });

/** A run that was killed could not clean up: the next one stops its server and removes its folder. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(name.startsWith(folderPrefix) && name.slice(folderPrefix.length).split("-")[0]);
    if (!pid || (await processState(pid)) !== "gone") continue;
    const folder = join(tmpdir(), name);
    if (await hasCluster(join(folder, "postgres"))) await stopCluster(await throwAwayCluster(join(folder, "postgres")));
    await rm(folder, { recursive: true, force: true });
  }
}
