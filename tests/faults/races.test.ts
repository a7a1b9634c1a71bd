import { afterAll, beforeAll, expect, test } from "vitest";
import { readCurrentVersion } from "@/db/queries/readVersion";
import { PlainError } from "@/domain/errors";
import { publish } from "@/etl/index";
import { temporaryInstallation } from "../setup/installation";
import { publishedMonths } from "../setup/publishedMonths";
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
  let reads = 0;
  const torn: string[] = [];

  const reader = async () => {
    while (racing) {
      const version = await readCurrentVersion(installation.database);
      if (version === null || version === 0) continue;
      const months = await publishedMonths(installation, version);
      reads += 1;
      const whole = stated.get(version) ?? months["2018-06"]!;
      stated.set(version, whole);
      if (months["2018-06"] !== whole || months["2018-07"] !== whole) torn.push(`${version} ${JSON.stringify(months)}`);
    }
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
  expect(reads).toBeGreaterThan(races);
}, 1_200_000);
