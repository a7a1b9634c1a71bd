import postgres from "postgres";
import type { Database } from "@/db/client";

/**
 * Runs `work` with one connection of its own, beside the pool and for as long as it takes: locks of a session neither
 * end with a recycled connection nor use up the pool.
 */
export async function withOwnSession<T>({ sql }: Database, work: (session: postgres.Sql) => Promise<T>): Promise<T> {
  // postgres.js takes options that it has parsed before, as its own subscriptions do; the types know only fresh ones.
  const options: unknown = { ...sql.options, max: 1, idle_timeout: null, max_lifetime: null };
  const session = postgres(options as postgres.Options<Record<string, postgres.PostgresType>>);
  try {
    return await work(session);
  } finally {
    await session.end({ timeout: 2 });
  }
}
