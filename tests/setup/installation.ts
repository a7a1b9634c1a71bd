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

/** A real, empty, migrated installation of its own. `close` removes it, folders and database. */
export async function temporaryInstallation(): Promise<TemporaryInstallation> {
  const { adminUrl, template, folder } = inject("postgres");
  const database = `${template.replace("template", "test")}_${randomBytes(5).toString("hex")}`;
  const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  await admin`create database ${admin(database)} template ${admin(template)}`;
  const home = await mkdtemp(join(folder, "home-"));
  const environment = { YIZHANG_HOME: home, DATABASE_URL: withDatabase(adminUrl, database) };
  const installation = await openInstallation(environment, programFolder);
  const close = async () => {
    await installation.close();
    await admin`drop database if exists ${admin(database)} with (force)`;
    await admin.end();
    await rm(home, { recursive: true, force: true });
  };
  return { ...installation, environment, close };
}
