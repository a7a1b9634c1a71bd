import { afterEach, beforeEach, expect, test } from "vitest";
import { randomNumbers } from "@/tests/setup/random";
import type { Row } from "@/warehouse/connection";
import { LoadGenerator, months } from "./versionsGenerator";
import { oracle } from "./versionsOracle";
import { contents, region, type TestExtract, type Version, VersionsWorld } from "./versionsWorld";

let world: VersionsWorld;
beforeEach(async () => {
  world = await VersionsWorld.open();
});
afterEach(() => world.close());

/** What a fact says, in the oracle's words. */
function described(row: Row): string {
  const fen = (amount: unknown) => (amount === null ? null : String(BigInt(String(amount).replace(".", ""))));
  return JSON.stringify({
    month: row.month,
    cases: row.cases,
    days: row.inpatient_days,
    total: fen(row.total_fee_amount),
    pool: fen(row.pool_pay_amount),
    cash: fen(row.cash_pay_amount),
    visitClass: row.visit_class,
    special: row.special_disease,
    tier: row.tier,
    status: row.hardship_status,
    held: row.hardship_statuses,
  });
}

async function facts(version: Version): Promise<Map<string, string>> {
  const rows = await world.settlements(version);
  return new Map(rows.map((row) => [String(row.settlement_key), described(row)]));
}

const sorted = (map: Map<string, string>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
const seeds = Array.from(
  { length: Number(process.env.SEEDS ?? (process.env.YIZHANG_TEST_FULL ? 20 : 3)) },
  (_, i) => Number(process.env.FIRST_SEED ?? 1) + i,
);

for (const seed of seeds) {
  test(`seed ${seed}: eight random loads one by one say what the specification says, and the same as from scratch`, async () => {
    const generate =
      seed % 2 ? new LoadGenerator(randomNumbers(seed), 150, 12) : new LoadGenerator(randomNumbers(seed));
    const loads: TestExtract[][] = [];
    const staged = [];
    let version: Version | null = null;
    for (let step = 0; step < 8; step += 1) {
      loads.push(generate.load());
      staged.push(await world.stage(`load${step}`, loads[step]!));
      version = await world.derive(staged, version);
      expect(sorted(await facts(version)), `after load ${step}`).toEqual(sorted(oracle(region, loads)));
      if (step % 3 !== 1) continue;
      const fresh = await world.derive(staged, null);
      expect(contents(version.files), `after load ${step}`).toEqual(contents(fresh.files));
    }
  });
}

for (const seed of process.env.YIZHANG_TEST_FULL ? seeds : seeds.slice(0, 1)) {
  test(`seed ${seed}: months in any order end in the same content`, async () => {
    const generate = new LoadGenerator(randomNumbers(1_000 + seed));
    const parts = months.map((month) => generate.load([month]).slice(0, 1));
    const lists: TestExtract[] = [
      { kind: "hardship_registry", coverage: [], rows: generate.registry() },
      { kind: "institutions", coverage: [], rows: generate.institutions() },
    ];
    const all = [...parts, lists];
    const ends = new Set<string>();
    for (let turn = 0; turn < 3; turn += 1) {
      const order = all
        .map((load) => ({ load, at: generate.pick([...Array(1_000).keys()]) }))
        .sort((a, b) => a.at - b.at);
      const staged = [];
      let version: Version | null = null;
      for (const [step, { load }] of order.entries()) {
        staged.push(await world.stage(`turn${turn}-${step}`, load));
        version = await world.derive(staged, version);
      }
      ends.add(contents(version!.files).join("\n"));
    }
    expect(ends.size).toBe(1);
  });
}
