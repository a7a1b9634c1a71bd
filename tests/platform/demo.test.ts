import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoIsDue } from "@/cli/demo/state";
import { demoRegion } from "@/db/queries/demoRegion";
import { demoAssessments } from "@/demo/assessments";
import { type TemporaryInstallation, temporaryInstallation } from "@/tests/setup/installation";
import { yizhang } from "./runProgram";

let installation: TemporaryInstallation;
beforeAll(async () => {
  installation = await temporaryInstallation();
});
afterAll(() => installation.close());

const demo = async (...flags: string[]) => {
  const { code, out } = await yizhang(["demo", "--json", ...flags], installation.environment);
  return { code, ...(JSON.parse(out) as { state: string; published: number; data_version: number }) };
};

test("an empty store is due for the demo", async () => {
  expect(await demoIsDue(installation)).toBe(true);
});

// Thirty-one loads: minutes, hence only in npm run test:full.
test.runIf(process.env.YIZHANG_TEST_FULL)(
  "the demo is 31 versions of a region marked as demo, and loading it again changes nothing",
  async () => {
    expect(await demo()).toEqual({ code: 0, state: "loaded", published: 31, data_version: 31 });
    expect(await installation.database.sql`select * from regions`).toEqual([
      { code: demoRegion, name: "示例县", demo: true },
    ]);
    const { sql } = installation.database;
    const changes = () => sql`select id, revision from assessment_changes order by id, revision`;
    const entered = await changes();
    expect([...new Set(entered.map(({ id }) => id))]).toEqual(
      demoAssessments()
        .map(({ id }) => id)
        .sort(),
    );
    expect(await demo()).toEqual({ code: 0, state: "loaded", published: 0, data_version: 31 });
    expect(await changes()).toEqual(entered);
    expect(await demoIsDue(installation)).toBe(false);
  },
  900_000,
);

test("removing the demo leaves no row and no file of it, and is remembered", async () => {
  expect(await demo("--remove")).toMatchObject({ code: 0, state: "removed" });
  expect(await demo("--remove")).toMatchObject({ code: 0, state: "removed", published: 0 });
  const { home, database } = installation;
  for (const table of [
    "regions",
    "loads",
    "extracts",
    "totals",
    "version_totals",
    "assessments",
    "assessment_changes",
  ]) {
    expect(await database.sql`select * from ${database.sql(table)}`, table).toEqual([]);
  }
  const files = await readdir(home.warehouseFolder, { recursive: true }).catch(() => []);
  expect(files.filter((file) => file.endsWith(".parquet"))).toEqual([]);
  expect(await readdir(home.root)).not.toContain("demo");
  const evidence = await readdir(home.evidenceFolder, { recursive: true, withFileTypes: true });
  expect(evidence.filter((entry) => entry.isFile())).toEqual([]);
  expect(await demoIsDue(installation)).toBe(false);
});

test("a bureau's own store is not due for the demo", async () => {
  const other = await temporaryInstallation();
  await other.database.sql`
    insert into loads (load_id, region, scheme, state, created_at, base_version, report)
    values ('own', '360000', '390', 'published', now(), 0, '{}')`;
  expect(await demoIsDue(other)).toBe(false);
  await other.database.sql`
    insert into loads (load_id, region, scheme, state, created_at, base_version, report)
    values ('cut-off', ${demoRegion}, '390', 'published', now(), 0, '{}')`;
  expect(await demoIsDue(other)).toBe(true);
  await other.close();
});
