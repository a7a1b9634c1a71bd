import { setTimeout as wait } from "node:timers/promises";
import type postgres from "postgres";
import type { Database } from "@/db/client";
import { withOwnSession } from "@/db/ownSession";
import { PlainError } from "@/domain/errors";

/** Held shared by everybody who writes files, exclusively by the sweep. */
const filesKey = 361_033;
/** Held by the one who publishes. */
const publishingKey = 361_034;

const waitMilliseconds = 10 * 60 * 1000;
const pauseMilliseconds = 100;

/**
 * Runs `work` while nobody sweeps: files that no version names yet are safe. These locks belong to a session and end
 * with the process, whatever happens to it. They keep others from working in vain; that two never publish at once is
 * held by the statement that publishes.
 */
export function whileWriting<T>(database: Database, work: (session: postgres.Sql) => Promise<T>): Promise<T> {
  return withOwnSession(database, async (session) => {
    await acquire(() => session<Held>`select pg_try_advisory_lock_shared(${filesKey}) as held`);
    return work(session).catch(async (error: unknown) => {
      // What was swept from under the work explains what nobody foresaw.
      if (!(error instanceof PlainError)) await requireLock(session);
      throw error;
    });
  });
}

/** Runs `work` while nobody else publishes or sweeps; others wait. Throws PlainError L-704 after ten minutes. */
export function whilePublishing<T>(database: Database, work: (session: postgres.Sql) => Promise<T>): Promise<T> {
  return whileWriting(database, async (session) => {
    await acquire(() => session<Held>`select pg_try_advisory_lock(${publishingKey}) as held`);
    return work(session);
  });
}

/** Runs `work` if nobody writes files at this moment; null otherwise. */
export function unlessWriting<T>(database: Database, work: () => Promise<T>): Promise<T | null> {
  return withOwnSession(database, async (session) => {
    const [lock] = await session<Held>`select pg_try_advisory_lock(${filesKey}) as held`;
    return lock!.held ? work() : null;
  });
}

/**
 * Throws where the lock of `whileWriting` went away with its session, as at a restart of PostgreSQL: somebody may have swept
 * since. The error is that of a connection that was lost, as it was.
 */
export async function requireLock(session: postgres.Sql): Promise<void> {
  const [lock] = await session<Held>`
    select exists (
      select from pg_locks
      where locktype = 'advisory' and pid = pg_backend_pid() and objid = ${filesKey} and granted
    ) as held`;
  if (!lock!.held) throw Object.assign(new Error("the lock ended with its session"), { code: "CONNECTION_LOST" });
}

type Held = { held: boolean }[];

async function acquire(attempt: () => Promise<Held>): Promise<void> {
  const giveUp = performance.now() + waitMilliseconds;
  while (!(await attempt())[0]!.held) {
    if (performance.now() > giveUp) throw new PlainError("L-704");
    await wait(pauseMilliseconds);
  }
}
