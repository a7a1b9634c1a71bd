import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type HardshipStatus, hardshipStatuses } from "@/domain/dimensions";
import { lastDayOf, type Month, periodBetween } from "@/domain/period";
import registeredPersons from "@/metrics/definitions/registered_persons";
import { spanOf } from "@/metrics/span";
import { randomNumbers } from "@/tests/setup/random";
import { slice } from "@/warehouse/slice";
import { region, type StagedRow, type Version, VersionsWorld } from "./versionsWorld";

/** The hardship registry from the staged rows to counts of persons, against an independent count. */

let world: VersionsWorld;
beforeAll(async () => {
  world = await VersionsWorld.open();
});
afterAll(() => world.close());

const identities: Readonly<Record<string, HardshipStatus>> = {
  建档立卡贫困人口: "registered_poor",
  特困人员: "extreme_hardship",
  低保对象: "subsistence_allowance",
  重度残疾人: "severe_disability",
  稳定脱贫人口: "out_of_poverty",
  不明身份: "unclassified",
  无: "none",
};

const dateEnd = (day: string) => `${day} 23:59:59.999999`;

/** Persons with up to three overlapping identities; every fifth is named by certificate only, some of these in part. */
function randomRegistry(seed: number): StagedRow[] {
  const random = randomNumbers(seed);
  const pick = <Member>(members: readonly Member[]): Member => members[Math.floor(random() * members.length)]!;
  const day = () => `20${18 + Math.floor(random() * 4)}-${pick(["01", "06", "12"])}-${pick(["01", "15", "28", "30"])}`;
  return Array.from({ length: 120 }, (_, person) =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, (): StagedRow => {
      const [begins, ends] = [day(), day()].sort() as [string, string];
      const end = random() < 0.7 ? dateEnd(ends) : `${ends} ${pick(["00:00:00", "10:00:00"])}`;
      return {
        person_key: person % 5 === 0 && random() < 0.8 ? null : `p${person}`,
        certificate_key: person % 7 === 0 && person % 5 !== 0 ? null : `c${person}`,
        identity_code: pick(Object.keys(identities)),
        begins_at: random() < 0.2 ? null : `${begins} ${pick(["00:00:00", "15:30:00"])}`,
        ends_at: random() < 0.3 ? null : end,
      };
    }),
  ).flat();
}

async function publish(rows: readonly StagedRow[], before: Version | null = null): Promise<Version> {
  const load = `load${before ? before.number : 0}`;
  const staged = await world.stage(load, [{ kind: "hardship_registry", coverage: [], rows }]);
  return world.derive([staged], before);
}

async function counted(version: Version, month: Month): Promise<Record<string, number>> {
  const source = { files: version.files, warehouseFolder: world.warehouseFolder, region };
  const span = spanOf(periodBetween(month, month), () => true);
  const grains = [[], ["hardship_status"]] as const;
  const cells = await slice(world.warehouse, source, {
    measures: [registeredPersons],
    spans: [span],
    grains,
    scheme: "390",
    where: {},
  });
  return Object.fromEntries(
    cells.map(({ key, amounts }) => [key.hardship_status ?? "all", Number(amounts[registeredPersons.id])]),
  );
}

/** Row by row: who holds what in the last second of the month, each person once under the first in precedence. */
function expected(rows: readonly StagedRow[], month: Month): Record<string, number> {
  const moment = `${lastDayOf(month)} 23:59:59`;
  const numbers = new Map<unknown, unknown>(
    rows.flatMap((row) => (row.person_key && row.certificate_key ? [[row.certificate_key, row.person_key]] : [])),
  );
  const statuses = new Map<unknown, number>();
  for (const row of rows) {
    const status = identities[String(row.identity_code)]!;
    const begun = row.begins_at === null || String(row.begins_at) <= moment;
    const lasts = row.ends_at === null || moment < String(row.ends_at);
    if (!begun || !lasts || status === "none") continue;
    if (status === "registered_poor" && moment > "2021") continue;
    const who = row.person_key ?? numbers.get(row.certificate_key) ?? row.certificate_key;
    const place = hardshipStatuses.indexOf(status);
    statuses.set(who, Math.min(place, statuses.get(who) ?? place));
  }
  const counts: Record<string, number> = statuses.size > 0 ? { all: statuses.size } : {};
  for (const place of statuses.values()) counts[hardshipStatuses[place]!] = (counts[hardshipStatuses[place]!] ?? 0) + 1;
  return counts;
}

describe("persons of the registry at the end of each month", () => {
  for (const seed of [1, 2, 3]) {
    test(`as an independent count of random spells, seed ${seed}`, async () => {
      const rows = randomRegistry(seed);
      const version = await publish(rows);
      for (const month of ["2017-12", "2018-01", "2018-06", "2019-12", "2020-12", "2021-01", "2021-12", "2022-06"]) {
        expect(await counted(version, month), month).toEqual(expected(rows, month));
      }
    });
  }

  test("two statuses at once count once, under the first; an end without time of day includes that day", async () => {
    const version = await publish([
      { person_key: "A", identity_code: "低保对象", begins_at: "2018-01-01 00:00:00" },
      { person_key: "A", identity_code: "特困人员", begins_at: "2018-03-01 00:00:00", ends_at: dateEnd("2018-04-30") },
      { person_key: "B", identity_code: "重度残疾人", ends_at: dateEnd("2018-03-31") },
    ]);
    expect(await counted(version, "2018-02")).toEqual({ all: 2, subsistence_allowance: 1, severe_disability: 1 });
    expect(await counted(version, "2018-03")).toEqual({ all: 2, extreme_hardship: 1, severe_disability: 1 });
    expect(await counted(version, "2018-04")).toEqual({ all: 1, extreme_hardship: 1 });
    expect(await counted(version, "2018-05")).toEqual({ all: 1, subsistence_allowance: 1 });
  });

  test("建档立卡 ends with 2020, whatever the list says", async () => {
    const version = await publish([{ person_key: "A", identity_code: "建档立卡贫困人口" }]);
    expect(await counted(version, "2020-12")).toEqual({ all: 1, registered_poor: 1 });
    expect(await counted(version, "2021-01")).toEqual({});
  });

  test("the file stays as it is while the registry does, and is written anew with another list", async () => {
    const rows = [{ person_key: "A", identity_code: "低保对象" }];
    const staged = await world.stage("same", [{ kind: "hardship_registry", coverage: [], rows }]);
    const first = await world.derive([staged], null);
    const month = await world.stage("month", [{ kind: "enrolment", coverage: ["2018-01"], rows: [] }]);
    const second = await world.derive([staged, month], first);
    const fileOf = ({ files }: Version) => files.find(({ table }) => table === "fct_hardship_registry");
    expect(fileOf(second)).toBe(fileOf(first));
    const other = await world.stage("other", [{ kind: "hardship_registry", coverage: [], rows: [] }]);
    const third = await world.derive([staged, month, other], second);
    expect(fileOf(third)!.rows).toBe(0);
    expect(fileOf(third)!.path).not.toBe(fileOf(first)!.path);
  });
});
