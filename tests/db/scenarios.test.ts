import { afterAll, beforeAll, expect, test } from "vitest";
import { listScenarios } from "@/db/queries/listScenarios";
import { saveScenario } from "@/db/queries/saveScenario";
import { withdrawScenario } from "@/db/queries/withdrawScenario";
import type { Scenario } from "@/domain/scenario";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";

/** Saved scenarios are attributed rows on a real PostgreSQL: one more takes a scenario back, none is changed. */

let installation: TemporaryInstallation;
beforeAll(async () => {
  installation = await temporaryInstallation();
});
afterAll(() => installation.close());

const scenario: Scenario = {
  ...{ id: "a", name: "控费5%", region: "361029", scheme: "390", year: 2018, through: "2018-06", dataVersion: 18 },
  levers: { fee: "-5", cases_county: "-2.5" },
};
const entered = (day: string) => ({
  enteredAt: new Date(`2018-07-${day}T09:00:00+08:00`),
  enteredBy: "基金科 王",
  reason: "局务会",
});

const names = async (region = "361029", scheme = "390") =>
  (await listScenarios(installation.database, region, scheme)).map(({ name }) => name);

test("what is saved comes back with its author and its day, newest first, for its own region and scheme", async () => {
  await saveScenario(installation.database, scenario, entered("05"));
  await saveScenario(installation.database, { ...scenario, id: "b", name: "县内就医" }, entered("06"));
  await saveScenario(installation.database, { ...scenario, id: "c", scheme: "310" }, entered("07"));
  expect(await names()).toEqual(["县内就医", "控费5%"]);
  expect(await names("361030")).toEqual([]);
  const [, first] = await listScenarios(installation.database, "361029", "390");
  expect(first).toEqual({
    ...scenario,
    ...{ enteredAt: "2018-07-05 09:00:00+08", enteredBy: "基金科 王", reason: "局务会" },
  });
});

test("an id is saved once; withdrawn it is gone, once, in its own region, and its rows stay", async () => {
  const { database } = installation;
  await expect(saveScenario(database, scenario, entered("08"))).rejects.toThrow();
  expect(await withdrawScenario(database, { id: "b", region: "361030" }, entered("08"))).toBe(false);
  const taken = await Promise.all(
    Array.from({ length: 10 }, () => withdrawScenario(database, { id: "b", region: "361029" }, entered("08"))),
  );
  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(await names()).toEqual(["控费5%"]);
  const rows = await database.sql`select revision, levers from scenarios where id = 'b' order by revision`;
  expect(rows.map(({ revision, levers }) => [revision, levers])).toEqual([
    [1, scenario.levers],
    [2, null],
  ]);
});
