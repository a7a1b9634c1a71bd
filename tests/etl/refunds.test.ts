import { afterEach, beforeEach, expect, test } from "vitest";
import { refundRelated, refundRelatedParts } from "@/etl/sql/refundRelated";
import { randomNumbers } from "@/tests/setup/random";
import { keyOf } from "./versionsOracle";
import { type StagedRow, type Version, VersionsWorld } from "./versionsWorld";

let world: VersionsWorld;
beforeEach(async () => {
  world = await VersionsWorld.open();
});
afterEach(() => world.close());

const sequences = 1000;
const months = ["2020-10", "2020-11", "2020-12", "2021-01", "2021-02", "2021-03"];

interface Net {
  cases: number;
  cents: number;
}

/**
 * One person settles, takes back and settles again, within a month or months later. `net` is what must be left by month,
 * worked out here as it happens: a settlement is one case, and it can be taken back once and by no more than it was.
 */
function sequence(person: number): { rows: StagedRow[]; net: Map<string, Net> } {
  const random = randomNumbers(person);
  const rows: StagedRow[] = [];
  const net = new Map<string, Net>();
  const names = random() < 0.5;
  const marks = random() < 0.7;
  let at = 0;
  const add = (cents: number, more: StagedRow, counts = true) => {
    at = Math.min(months.length - 1, at + Math.floor(random() * 2));
    const month = months[at]!;
    const amount = (cents / 100).toFixed(2);
    const key = `p${person}-${rows.length}`;
    rows.push({
      ...{ settlement_key: key, visit_key: `v${person}`, person_key: `p${person}`, valid: true, medical_type: "11" },
      ...{ month, settled_at: `${month}-${String(1 + rows.length).padStart(2, "0")} 09:00:00`, institution: "H1" },
      ...{ total_fee_amount: amount, pool_pay_amount: amount, updated_at: `${month}-28 12:00:00` },
      ...more,
    });
    const left = net.get(month) ?? { cases: 0, cents: 0 };
    if (counts) net.set(month, { cases: left.cases + Math.sign(cents), cents: left.cents + cents });
    return key;
  };
  for (let turn = 1 + Math.floor(random() * 3); turn > 0; turn -= 1) {
    const cents = 100 + Math.floor(random() * 1_000_000);
    const isTakenBack = random() < 0.7;
    const key = add(cents, { refund_mark: marks ? isTakenBack : null });
    if (!isTakenBack) continue;
    const back = { refund_mark: marks || null, initial_settlement_key: names ? key : null };
    // A refund that is too large is known by the settlement that it names.
    if (names && random() < 0.1) add(-cents - 1, back, false);
    add(-cents, back);
    if (random() < 0.1) add(-cents, back, false);
  }
  return { rows, net };
}

test(`${sequences} random sequences of settling, taking back and settling again: what is left is what the model says, by person and month`, async () => {
  const people = Array.from({ length: sequences }, (_, person) => sequence(person));
  const staged = [];
  let version: Version | null = null;
  for (const month of months) {
    const rows = people.flatMap((person) => person.rows.filter((row) => row.month === month));
    staged.push(await world.stage(month, [{ kind: "settlements", coverage: [month], rows }]));
    version = await world.derive(staged, version);
  }
  const left = new Map<string, Net>();
  for (const row of await world.settlements(version!)) {
    const place = `${row.person_key} ${row.month}`;
    const { cases, cents } = left.get(place) ?? { cases: 0, cents: 0 };
    const fee = Number(String(row.total_fee_amount).replace(".", ""));
    left.set(place, { cases: cases + Number(row.cases), cents: cents + fee });
  }
  const strays = people.flatMap(({ net }, person) =>
    [...net]
      .map(([month, expected]) => ({ person, month, expected, found: left.get(`${keyOf(`p${person}`)} ${month}`) }))
      .filter(({ expected, found }) => expected.cases !== found?.cases || expected.cents !== found.cents),
  );
  expect(strays).toEqual([]);
  expect([...left.values()].reduce((sum, { cents }) => sum + cents, 0)).toBe(
    people.flatMap(({ net }) => [...net.values()]).reduce((sum, { cents }) => sum + cents, 0),
  );
});

test("rows whose sign depends on others are those of exactly one of their parts, whatever is written or missing", async () => {
  const amounts = "['-1.00', '0.00', '1.00', null]::decimal(18, 2)[]";
  const places = refundRelatedParts.map((part) => `coalesce(${part}, false)::integer`).join(" + ");
  const wrong = await world.warehouse.rows(`
    select * from (select unnest([true, false, null]) as refund_mark)
    cross join (select unnest(['a', null]) as initial_settlement_key)
    cross join (select unnest(${amounts}) as total_fee_amount)
    cross join (select unnest(${amounts}) as pool_pay_amount)
    where ${places} <> ${refundRelated}::integer`);
  expect(wrong).toEqual([]);
});
