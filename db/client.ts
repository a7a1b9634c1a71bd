import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { openSessions } from "@/db/driver";
import * as schema from "@/db/schema";

/**
 * The two ways into PostgreSQL. A write that touches several tables is one statement (docs/decisions/0002): never
 * `begin()` or `transaction()`. Text of a database error holds what was written: show and log its code only.
 */
export interface Database {
  readonly sql: postgres.Sql;
  readonly orm: PostgresJsDatabase<typeof schema>;
}

export interface DatabaseOptions {
  /** Connections of the pool; the command line and the pages need few. */
  readonly connections?: number;
  readonly connectTimeoutSeconds?: number;
}

/** Between two tries to reach a server that does not answer. */
const longestPauseSeconds = 0.5;

/** A pool of sessions; nothing is sent before the first query. */
export function connect(url: string, options: DatabaseOptions = {}): Database {
  const sql = openSessions(url, {
    max: options.connections ?? 5,
    connect_timeout: options.connectTimeoutSeconds ?? 15,
    connection: { application_name: "yizhang", TimeZone: "Asia/Shanghai" },
    // The driver's own pauses grow to 20 seconds: so long a server that came back would be taken for gone.
    backoff: (attempts) => Math.min(2 ** attempts / 100, longestPauseSeconds),
  });
  return { sql, orm: drizzle(sql, { schema }) };
}

/** SQLSTATE of a database error, or the driver's code when the connection failed; null for any other error. */
export function databaseErrorCode(error: unknown): string | null {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = (cause as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : null;
}

/** What the driver, the network and a server that is going down or coming up say: nothing is wrong with the statement. */
const lostConnection = /^(CONNECT(ION)?_|ECONN|EPIPE$|ETIMEDOUT$|08...$|57P0[123]$)/;

/** Whether the database went away or cannot be reached: what was asked may be asked again when it is back. */
export function isConnectionLost(error: unknown): boolean {
  return lostConnection.test(databaseErrorCode(error) ?? "");
}

/**
 * What may be printed of an error: for one of the database its kind, code and place only, because its words repeat what
 * was stored; anything else as it is.
 */
export function printable(error: unknown): unknown {
  const code = databaseErrorCode(error);
  if (!(error instanceof Error) || code === null) return error;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [`${error.name} ${code}`, ...frames].join("\n");
}
