import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { inject } from "vitest";
import { type Installation, openInstallation } from "@/db/open";
import { programFolder, withDatabase } from "./server";

export interface TemporaryInstallation extends Installation {
  /** For programs started by a test: `YIZHANG_HOME` and `DATABASE_URL` of this installation. */
  readonly environment: { YIZHANG_HOME: string; DATABASE_URL: string };
}

/** A database of its own without anything in it. */
export interface EmptyDatabase {
  readonly url: string;
  remove(): Promise<void>;
}

/** A database without tables, for tests of what creates them. */
export const emptyDatabase = () => createDatabase("template0");

/** A real, empty, migrated installation of its own. `close` removes it, folders and database. */
export async function temporaryInstallation(): Promise<TemporaryInstallation> {
  const { template, folder } = inject("postgres");
  const database = await createDatabase(template);
  const home = await mkdtemp(join(folder, "home-"));
  const environment = { YIZHANG_HOME: home, DATABASE_URL: database.url };
  const installation = await openInstallation(environment, programFolder);
  const close = async () => {
    await installation.close();
    await database.remove();
    await rm(home, { recursive: true, force: true });
  };
  return { ...installation, environment, close };
}

async function createDatabase(source: string): Promise<EmptyDatabase> {
  const { adminUrl, template } = inject("postgres");
  const name = `${template.replace("template", "test")}_${randomBytes(5).toString("hex")}`;
  const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  await admin`create database ${admin(name)} encoding 'UTF8' template ${admin(source)}`;
  const remove = async () => {
    await admin`drop database if exists ${admin(name)} with (force)`;
    await admin.end();
  };
  return { url: withDatabase(adminUrl, name), remove };
}
