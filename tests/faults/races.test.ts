import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readCurrentVersion } from "@/db/queries/readVersion";
import { PlainError } from "@/domain/errors";
import { publish } from "@/etl/index";
import { Warehouse } from "@/warehouse/connection";
import { temporaryInstallation } from "../setup/installation";
import { monthsOf, publishedMonths } from "../setup/publishedMonths";
import { Bureau, times } from "./bureau";

let bureau: Bureau;
beforeAll(async () => {
  const installation = await temporaryInstallation();
  bureau = await Bureau.open(installation, installation.environment);
});
afterAll(() => bureau.close());

test("two loads of one month: each time one is published, the other is told, and readers see whole versions", async () => {
  const { installation } = bureau;
  const races = times(200, 6);
  /** The payment of both months in each version, as its winner stated it. */
  const stated = new Map<number, string>();
  const pools = new Map<string, string>();
  let racing = true;
  /** Milliseconds between two reads: in the short run the races come first. */
  const pause = times(0, 10);
  let reads = 0;
  const torn: string[] = [];

  const reader = async () => {
    const { warehouseFolder, spillFolder } = installation.home;
    const warehouse = await Warehouse.open({ folders: [warehouseFolder], spillFolder, threads: 1 });
    while (racing) {
      const version = await readCurrentVersion(installation.database);
      if (version === null || version === 0) continue;
      await wait(pause);
      const months = await monthsOf(warehouse, installation, version);
      reads += 1;
      const whole = stated.get(version) ?? months["2018-06"]!;
      stated.set(version, whole);
      if (months["2018-06"] !== whole || months["2018-07"] !== whole) torn.push(`${version} ${JSON.stringify(months)}`);
    }
    warehouse.close();
  };
  const race = async () => {
    for (let turn = 1; turn <= races; turn += 1) {
      const rivals = [];
      for (const side of [1, 2]) {
        const pool = `${turn}.0${side}`;
        const { loadId } = await bureau.submit(await bureau.months(["2018-06", "2018-07"], pool));
        pools.set(loadId, pool);
        rivals.push(loadId);
      }
      const ends = await Promise.allSettled(rivals.map((loadId) => publish(installation, loadId, new Date())));
      const won = ends.flatMap((end) => (end.status === "fulfilled" ? [end.value] : []));
      const told = ends.flatMap((end) =>
        end.status === "rejected" && end.reason instanceof PlainError ? [end.reason.code] : [],
      );
      expect([turn, won.length, told]).toEqual([turn, 1, ["L-127"]]);
      expect(won[0]!.dataVersion).toBe(turn);
      expect((await publishedMonths(installation, turn))["2018-06"]).toBe(pools.get(won[0]!.loadId));
    }
  };
  await Promise.all([
    race().finally(() => {
      racing = false;
    }),
    reader(),
    reader(),
    reader(),
    reader(),
  ]);
  console.info(`${races} races, ${reads} reads during them, ${torn.length} torn`);
  expect(torn).toEqual([]);
  expect(reads).toBeGreaterThanOrEqual(times(50_000, races));
}, 3_000_000);
