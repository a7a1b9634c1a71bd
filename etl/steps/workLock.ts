import { setTimeout as wait } from "node:timers/promises";
import type postgres from "postgres";
import type { Database } from "@/db/client";
import { PlainError } from "@/domain/errors";

/** Held shared by everybody who writes files, exclusively by the sweep. */
const filesKey = 361_033;
/** Held by the one who publishes. */
const publishingKey = 361_034;

const waitMilliseconds = 10 * 60 * 1000;
const pauseMilliseconds = 200;

/** Runs `work` while nobody sweeps: files that no version names yet are safe. */
export function whileWriting<T>(database: Database, work: (sql: postgres.ReservedSql) => Promise<T>): Promise<T> {
  return holding(database, { key: filesKey, shared: true }, work);
}

/** Runs `work` while nobody else publishes; others wait. Throws PlainError L-704 after ten minutes. */
export function whilePublishing<T>(database: Database, work: (sql: postgres.ReservedSql) => Promise<T>): Promise<T> {
  return whileWriting(database, () => holding(database, { key: publishingKey, shared: false }, work));
}

/** Runs `work` if nobody writes files at this moment; null otherwise. */
export async function unlessWriting<T>(database: Database, work: () => Promise<T>): Promise<T | null> {
  return withSession(database, async (sql) => {
    const [row] = await sql<{ held: boolean }[]>`select pg_try_advisory_lock(${filesKey}) as held`;
    if (!row!.held) return null;
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${filesKey})`;
    }
  });
}

/**
 * A lock of one session on one connection: it ends with the process, whatever happens. It keeps others from waiting in
 * vain and from sweeping; that two never publish at once is held by the statement that publishes.
 */
async function holding<T>(
  database: Database,
  { key, shared }: { key: number; shared: boolean },
  work: (sql: postgres.ReservedSql) => Promise<T>,
): Promise<T> {
  return withSession(database, async (sql) => {
    const attempt = () =>
      shared
        ? sql<{ held: boolean }[]>`select pg_try_advisory_lock_shared(${key}) as held`
        : sql<{ held: boolean }[]>`select pg_try_advisory_lock(${key}) as held`;
    const giveUp = performance.now() + waitMilliseconds;
    while (!(await attempt())[0]!.held) {
      if (performance.now() > giveUp) throw new PlainError("L-704");
      await wait(pauseMilliseconds);
    }
    try {
      return await work(sql);
    } finally {
      await (shared ? sql`select pg_advisory_unlock_shared(${key})` : sql`select pg_advisory_unlock(${key})`);
    }
  });
}

async function withSession<T>({ sql }: Database, work: (sql: postgres.ReservedSql) => Promise<T>): Promise<T> {
  const session = await sql.reserve();
  try {
    return await work(session);
  } finally {
    session.release();
  }
}
