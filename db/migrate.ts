import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type postgres from "postgres";
import { databaseErrorCode } from "@/db/client";
import { PlainError } from "@/domain/errors";
import { literal } from "@/domain/sqlLiteral";

/** One SQL file written by drizzle-kit. */
export interface Migration {
  readonly tag: string;
  readonly text: string;
  /** SHA-256 of the text: a file that was applied may not change any more. */
  readonly hash: string;
}

const migrationKey = 361_032;
const undefinedTable = "42P01";
const uniqueViolation = "23505";

/** The files that `drizzle-kit generate` wrote, in the order of its journal. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const journal = JSON.parse(await readFile(join(folder, "meta", "_journal.json"), "utf8")) as {
    entries: { tag: string }[];
  };
  return Promise.all(
    journal.entries.map(async ({ tag }) => {
      const text = await readFile(join(folder, `${tag}.sql`), "utf8");
      return { tag, text, hash: createHash("sha256").update(text).digest("hex") };
    }),
  );
}

/** Tags and hashes of what this database has already; empty for a new one. */
export async function appliedMigrations(sql: postgres.Sql): Promise<Map<string, string>> {
  try {
    const rows = await sql<{ tag: string; hash: string }[]>`select tag, hash from yizhang_migrations`;
    return new Map(rows.map(({ tag, hash }) => [tag, hash]));
  } catch (error) {
    if (databaseErrorCode(error) === undefinedTable) return new Map();
    throw error;
  }
}

/**
 * Brings the database to the newest form. Each file travels as one message, which PostgreSQL runs as one implicit
 * transaction: a backend killed in the middle leaves nothing of it. Of several processes that start at once, one
 * applies a file and the others see it in the journal.
 */
export async function migrate(sql: postgres.Sql, folder: string): Promise<void> {
  const migrations = await readMigrations(folder);
  const applied = await appliedMigrations(sql);
  const known = new Set(migrations.map(({ tag }) => tag));
  const newer = [...applied.keys()].find((tag) => !known.has(tag));
  if (newer) throw new PlainError("A-207", { migration: newer }, "failed");
  for (const migration of migrations) {
    const hash = applied.get(migration.tag);
    if (hash === undefined) await apply(sql, migration);
    else if (hash !== migration.hash) throw new PlainError("A-208", { migration: migration.tag }, "failed");
  }
}

async function apply(sql: postgres.Sql, { tag, hash, text }: Migration): Promise<void> {
  const message = `
    select pg_advisory_xact_lock(${migrationKey});
    create table if not exists yizhang_migrations
      (tag text primary key, hash text not null, applied_at timestamptz not null default now());
    insert into yizhang_migrations (tag, hash) values (${literal(tag)}, ${literal(hash)});
    ${text}`;
  try {
    await sql.unsafe(message).simple();
  } catch (error) {
    // Another process applied it while we waited for the lock.
    if (databaseErrorCode(error) === uniqueViolation && (await appliedMigrations(sql)).get(tag) === hash) return;
    throw error;
  }
}
