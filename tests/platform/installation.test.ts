import { readFile, stat } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TemporaryInstallation, temporaryInstallation } from "@/tests/setup/installation";

let installation: TemporaryInstallation;
beforeAll(async () => {
  installation = await temporaryInstallation();
});
afterAll(() => installation.close());

test("a new installation has an empty, migrated database", async () => {
  const { sql, orm } = installation.database;
  expect(await sql`select * from loads`).toEqual([]);
  expect(await orm.query.regions.findMany()).toEqual([]);
});

test("a new installation has a person key of 32 bytes that only its owner reads", async () => {
  const { personKeyFile } = installation.home;
  expect(await readFile(personKeyFile, "utf8")).toMatch(/^[0-9a-f]{64}\n$/);
  expect((await stat(personKeyFile)).mode & 0o777).toBe(0o400);
});

test("two installations do not see each other", async () => {
  const other = await temporaryInstallation();
  await other.database.sql`insert into regions values ('361031', '示例县', true)`;
  expect(await installation.database.sql`select * from regions`).toEqual([]);
  await other.close();
});
