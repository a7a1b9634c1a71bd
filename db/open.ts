import { join } from "node:path";
import type postgres from "postgres";
import { connect, type Database, databaseErrorCode, isConnectionLost } from "@/db/client";
import { openSessions } from "@/db/driver";
import { openCluster } from "@/db/embeddedCluster";
import { EmbeddedServer } from "@/db/embeddedServer";
import { createFolders, type Home, locateHome } from "@/db/home";
import { isThere } from "@/db/isThere";
import { migrate } from "@/db/migrate";
import { createPersonKey, readPersonKey } from "@/db/personKeyFile";
import { PlainError } from "@/domain/errors";

/** An open installation: its folders and its database. `close` gives both back and must be called. */
export interface Installation {
  readonly home: Home;
  readonly database: Database;
  /** Address of the database with its password: for sessions of one's own; never printed. */
  readonly databaseUrl: string;
  close(): Promise<void>;
}

type Notice = (code: string, details: Record<string, string>) => void;

const oldestVersion = 140_000;
const mostAttempts = 3;
const unreachableCode = "A-204";

/**
 * Creates what is missing (folders, key, database), starts or joins the embedded PostgreSQL unless `DATABASE_URL` names
 * another one, and migrates. `programFolder` is the root of the repository. Throws PlainError A-1xx and A-2xx.
 */
export async function openInstallation(
  environment: Record<string, string | undefined>,
  programFolder: string,
  notice: Notice = () => undefined,
): Promise<Installation> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await openOnce(environment, programFolder, notice);
    } catch (error) {
      // The embedded server may be on its way out as we come, or have died under us: it is started anew.
      const isGone = !environment.DATABASE_URL && error instanceof PlainError && error.code === unreachableCode;
      if (!isGone || attempt === mostAttempts) throw error;
    }
  }
}

async function openOnce(
  environment: Record<string, string | undefined>,
  programFolder: string,
  notice: Notice,
): Promise<Installation> {
  const home = locateHome(environment, programFolder);
  if (environment.DATABASE_URL && !isPostgresUrl(environment.DATABASE_URL)) throw new PlainError("A-209", {}, "failed");
  await createFolders(home).catch((error: NodeJS.ErrnoException) => {
    throw new PlainError("A-101", { folder: home.root, reason: error.code ?? "" }, "failed");
  });
  const server = environment.DATABASE_URL
    ? null
    : await EmbeddedServer.join(await openCluster({ programFolder, postgresFolder: home.postgresFolder, notice }));
  const databaseUrl = environment.DATABASE_URL || server!.url("yizhang");
  const database = connect(databaseUrl);
  const close = async () => {
    await database.sql.end();
    await server?.leave();
  };
  try {
    if (server) await ensureDatabase(server);
    await requireUsableServer(database.sql);
    await migrate(database.sql, join(programFolder, "db", "migrations")).catch((error: unknown) => {
      if (error instanceof PlainError || isConnectionLost(error)) throw error;
      throw new PlainError("A-211", { reason: databaseErrorCode(error) ?? "" }, "failed");
    });
    await ensurePersonKey(home, database.sql);
  } catch (error) {
    await close();
    throw isConnectionLost(error) ? unreachable(error) : error;
  }
  return { home, database, databaseUrl, close };
}

const isPostgresUrl = (text: string) => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);

async function ensureDatabase(server: EmbeddedServer): Promise<void> {
  const sql = openSessions(server.url("postgres"), { max: 1 });
  try {
    const [present] = await sql`select 1 from pg_database where datname = 'yizhang'`;
    if (!present) await sql`create database yizhang`;
  } catch (error) {
    // 42P04 and 23505: another process created it at the same moment.
    if (!["42P04", "23505"].includes(databaseErrorCode(error) ?? "")) throw error;
  } finally {
    await sql.end();
  }
}

const unreachable = (error: unknown) =>
  new PlainError(unreachableCode, { reason: databaseErrorCode(error) ?? "" }, "failed");

async function requireUsableServer(sql: postgres.Sql): Promise<void> {
  const [server] = await sql<{ version: number; encoding: string }[]>`
    select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding
  `.catch((error: unknown) => {
    throw unreachable(error);
  });
  if (server!.version < oldestVersion) throw new PlainError("A-205", { version: server!.version }, "failed");
  if (server!.encoding !== "UTF8") throw new PlainError("A-206", { encoding: server!.encoding }, "failed");
}

/** A lost key must be noticed: with a new one, months to come would no longer meet the persons of those before. */
async function ensurePersonKey(home: Home, sql: postgres.Sql): Promise<void> {
  if (!(await isThere(home.personKeyFile))) {
    const [load] = await sql`select 1 from loads limit 1`;
    if (load) throw new PlainError("A-102", { file: home.personKeyFile }, "failed");
    await createPersonKey(home.personKeyFile);
  }
  await readPersonKey(home.personKeyFile);
}
