import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appliedMigrations, migrate, readMigrations } from "@/db/migrate";
import { type EmptyDatabase, emptyDatabase } from "@/tests/setup/installation";
import { programFolder } from "@/tests/setup/server";

const real = join(programFolder, "db", "migrations");
let folder: string;
let database: EmptyDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yizhang-migrations-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const quiet = { max: 1, onnotice: () => undefined };
const tables = (sql: postgres.Sql) => sql<{ name: string }[]>`
  select table_name as name from information_schema.tables where table_schema = 'public' order by 1`;

/** The real first migration and a second one, slow enough to be killed in the middle. */
async function slowMigrations(): Promise<string> {
  const copy = join(folder, "slow");
  await cp(real, copy, { recursive: true });
  const entries = (await readMigrations(real)).map(({ tag }) => ({ tag }));
  await writeFile(join(copy, "9999_slow.sql"), slowStatements().join("\n--> statement-breakpoint\n"));
  await writeFile(join(copy, "meta", "_journal.json"), JSON.stringify({ entries: [...entries, { tag: "9999_slow" }] }));
  return copy;
}

const slowStatements = () =>
  Array.from({ length: 10 }, (_, i) => `create table slow_${i} (id int); select pg_sleep(0.03);`);

test("eight processes that start at once all succeed and apply each migration once", async () => {
  database = await emptyDatabase();
  const sessions = Array.from({ length: 8 }, () => postgres(database.url, quiet));
  await Promise.all(sessions.map((sql) => migrate(sql, real)));
  expect([...(await appliedMigrations(sessions[0]!)).keys()]).toEqual(
    (await readMigrations(real)).map(({ tag }) => tag),
  );
  await Promise.all(sessions.map((sql) => sql.end()));
  await database.remove();
});

test("a backend killed in the middle of a migration leaves nothing of it, and the next start completes it", async () => {
  const slow = await slowMigrations();
  let killed = 0;
  for (let attempt = 0; attempt < 6; attempt += 1) {
    database = await emptyDatabase();
    const watcher = postgres(database.url, quiet);
    const sql = postgres(database.url, { ...quiet, connection: { application_name: "victim" } });
    await migrate(sql, real);
    const before = await tables(watcher);
    const outcome = migrate(sql, slow).then(
      () => "completed",
      () => "killed",
    );
    await wait(attempt * 60);
    await watcher`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'victim' and datname = current_database()`;
    if ((await outcome) === "killed") {
      killed += 1;
      expect(await tables(watcher)).toEqual(before);
      expect((await appliedMigrations(watcher)).has("9999_slow")).toBe(false);
      await migrate(watcher, slow);
    }
    expect(await tables(watcher)).toHaveLength(before.length + 10);
    expect((await appliedMigrations(watcher)).has("9999_slow")).toBe(true);
    await sql.end({ timeout: 0 });
    await watcher.end();
    await database.remove();
  }
  expect(killed).toBeGreaterThan(2);
});

test("a database of a newer program is refused, and so is a migration that was changed after it was applied", async () => {
  database = await emptyDatabase();
  const sql = postgres(database.url, quiet);
  const slow = await slowMigrations();
  await migrate(sql, slow);
  await expect(migrate(sql, real)).rejects.toMatchObject({ code: "A-207", details: { migration: "9999_slow" } });
  await writeFile(join(slow, "9999_slow.sql"), "select 1;");
  await expect(migrate(sql, slow)).rejects.toMatchObject({ code: "A-208", details: { migration: "9999_slow" } });
  await sql.end();
  await database.remove();
});
