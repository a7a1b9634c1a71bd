import { afterEach, beforeEach, expect, test } from "vitest";
import { contents, type StagedRow, type TestExtract, type Version, VersionsWorld } from "./versionsWorld";

let world: VersionsWorld;
beforeEach(async () => {
  world = await VersionsWorld.open();
});
afterEach(() => world.close());

const settlement = (row: StagedRow): StagedRow => {
  const month = String(row.settled_at).slice(0, 7);
  return {
    visit_key: "v",
    person_key: "p",
    month,
    valid: true,
    refund_mark: false,
    medical_type: "11",
    institution: "H1",
    pool_pay_amount: row.total_fee_amount!,
    updated_at: `${String(row.settled_at).slice(0, 10)} 12:00:00`,
    ...row,
  };
};

const month = (coverage: string, ...rows: StagedRow[]): TestExtract[] => [
  { kind: "settlements", coverage: [coverage], rows: rows.map(settlement) },
];

/** Publishes loads one after another; every step must also be what a run over everything gives. */
async function publish(...loads: TestExtract[][]): Promise<Version[]> {
  const staged = [];
  const versions: Version[] = [];
  for (const [index, load] of loads.entries()) {
    staged.push(await world.stage(`load${index}`, load));
    const version = await world.derive(staged, versions.at(-1) ?? null);
    expect(contents(version.files)).toEqual(contents((await world.derive(staged, null)).files));
    versions.push(version);
  }
  return versions;
}

async function casesByMonth(version: Version): Promise<Record<string, number>> {
  const cases: Record<string, number> = {};
  for (const row of await world.settlements(version)) {
    cases[String(row.month)] = (cases[String(row.month)] ?? 0) + Number(row.cases);
  }
  return cases;
}

const original = {
  settlement_key: "s1",
  settled_at: "2018-01-05 09:00:00",
  total_fee_amount: "100.00",
  refund_mark: true,
};
const refund = {
  settlement_key: "r1",
  settled_at: "2018-03-05 09:00:00",
  total_fee_amount: "-100.00",
  refund_mark: true,
};

test("a refunded settlement counts nothing alone, 1 − 1 once March takes it back by person, visit and amount, and nothing again without March", async () => {
  const [alone, both, without] = await publish(
    month("2018-01", original),
    month("2018-03", refund),
    month("2018-03", {
      ...refund,
      settlement_key: "x",
      person_key: "other",
      refund_mark: false,
      total_fee_amount: "7.00",
    }),
  );
  expect(await casesByMonth(alone!)).toEqual({});
  expect(await casesByMonth(both!)).toEqual({ "2018-01": 1, "2018-03": -1 });
  expect(both!.months).toEqual(["2018-01", "2018-03"]);
  expect(await casesByMonth(without!)).toEqual({ "2018-03": 1 });
});

test("in a layout without visits person and amount pair them, and a row with a visit pairs with none: 1 − 1, then 0 − 1", async () => {
  const [, both, other] = await publish(
    month("2018-01", { ...original, visit_key: null }),
    month("2018-03", { ...refund, visit_key: null }),
    month("2018-03", refund),
  );
  expect(await casesByMonth(both!)).toEqual({ "2018-01": 1, "2018-03": -1 });
  expect(both!.months).toEqual(["2018-01", "2018-03"]);
  expect(await casesByMonth(other!)).toEqual({ "2018-03": -1 });
});

test("rows that name nobody pair with none: 0 − 1", async () => {
  const [, both] = await publish(
    month("2018-01", { ...original, person_key: null }),
    month("2018-03", { ...refund, person_key: null }),
  );
  expect(await casesByMonth(both!)).toEqual({ "2018-03": -1 });
});

test("named by its refund it counts whatever person, visit and amount say: 1 − 1", async () => {
  const named = { ...refund, initial_settlement_key: "s1", person_key: "other", total_fee_amount: "-99.00" };
  const [, both] = await publish(month("2018-01", original), month("2018-03", named));
  expect(await casesByMonth(both!)).toEqual({ "2018-01": 1, "2018-03": -1 });
});

test("one refund takes back one of two alike, a second one the other: 1 − 1, then 2 − 2", async () => {
  const [, , one, two] = await publish(
    month("2018-01", original),
    month("2018-02", { ...original, settlement_key: "s2", settled_at: "2018-02-05 09:00:00" }),
    month("2018-03", refund),
    month("2018-04", { ...refund, settlement_key: "r2", settled_at: "2018-04-05 09:00:00" }),
  );
  expect(await casesByMonth(one!)).toEqual({ "2018-01": 1, "2018-03": -1 });
  expect(await casesByMonth(two!)).toEqual({ "2018-01": 1, "2018-02": 1, "2018-03": -1, "2018-04": -1 });
});

test("a refund that names one of two alike frees the unnamed refund for the other: January 1, February 1, −1 −1", async () => {
  const versions = await publish(
    month("2018-01", original),
    month("2018-02", { ...original, settlement_key: "s2", settled_at: "2018-02-05 09:00:00" }),
    month("2018-03", refund),
    month("2018-04", {
      ...refund,
      settlement_key: "r2",
      settled_at: "2018-04-05 09:00:00",
      initial_settlement_key: "s1",
    }),
  );
  expect(versions[3]!.months).toContain("2018-02");
  expect(await casesByMonth(versions[3]!)).toEqual({ "2018-01": 1, "2018-02": 1, "2018-03": -1, "2018-04": -1 });
});

test("a newer update that arrives with a later month moves the settlement there: January 1 → 0, February 0 → 1", async () => {
  const row = { settlement_key: "s1", settled_at: "2018-01-05 09:00:00", total_fee_amount: "100.00" };
  const moved = { ...row, settled_at: "2018-02-01 09:00:00", updated_at: "2018-02-02 12:00:00" };
  const [first, second] = await publish(month("2018-01", row), month("2018-02", moved));
  expect(await casesByMonth(first!)).toEqual({ "2018-01": 1 });
  expect(await casesByMonth(second!)).toEqual({ "2018-02": 1 });
  expect(second!.changes).toEqual([
    { month: "2018-01", cases_before: "1", cases_after: "0", pool_pay_before: "100.00", pool_pay_after: "0.00" },
    { month: "2018-02", cases_before: "0", cases_after: "1", pool_pay_before: "0.00", pool_pay_after: "100.00" },
  ]);
});

test("of two rows without a time of update the later declared period holds: 5.00, not 4.00", async () => {
  const row = { settlement_key: "s1", settled_at: "2018-01-05 09:00:00", updated_at: null };
  const january = month("2018-01", { ...row, total_fee_amount: "4.00" });
  const february = month("2018-02", { ...row, total_fee_amount: "5.00" });
  for (const order of [
    [january, february],
    [february, january],
  ]) {
    const [, second] = await publish(...order);
    expect((await world.settlements(second!)).map((fact) => fact.total_fee_amount)).toEqual(["5.00"]);
  }
});

test("a late row leaves with the load that brought it: January 1 + 1, then 1", async () => {
  const late = { settlement_key: "s2", settled_at: "2018-01-31 09:00:00", total_fee_amount: "1.00", late: true };
  const february = { settlement_key: "s3", settled_at: "2018-02-10 09:00:00", total_fee_amount: "2.00" };
  const [, withLate, without] = await publish(
    month("2018-01", { settlement_key: "s1", settled_at: "2018-01-05 09:00:00", total_fee_amount: "100.00" }),
    month("2018-02", february, late),
    month("2018-02", february),
  );
  expect(await casesByMonth(withLate!)).toEqual({ "2018-01": 2, "2018-02": 1 });
  expect(await casesByMonth(without!)).toEqual({ "2018-01": 1, "2018-02": 1 });
});

test("a new registry derives every month anew and changes only those it speaks of", async () => {
  const registry = (code: string): TestExtract[] => [
    {
      kind: "hardship_registry",
      coverage: [],
      rows: [{ person_key: "p", identity_code: code, begins_at: "2018-02-01 00:00:00", ends_at: null }],
    },
  ];
  const visit = (key: string, day: string) => ({
    settlement_key: key,
    settled_at: `${day} 09:00:00`,
    total_fee_amount: "1.00",
  });
  const versions = await publish(
    month("2018-01", visit("s1", "2018-01-05")),
    month("2018-02", visit("s2", "2018-02-05")),
    registry("7131"),
    registry("低保对象"),
  );
  const statuses = async (version: Version) =>
    (await world.settlements(version)).map((row) => `${row.month} ${row.hardship_status}`).sort();
  expect(await statuses(versions[1]!)).toEqual(["2018-01 unclassified", "2018-02 unclassified"]);
  expect(await statuses(versions[2]!)).toEqual(["2018-01 none", "2018-02 extreme_hardship"]);
  expect(await statuses(versions[3]!)).toEqual(["2018-01 none", "2018-02 subsistence_allowance"]);
  expect(versions[3]!.changes.map((change) => change.month)).toEqual(["2018-02"]);
});

const named = { ...refund, initial_settlement_key: "s1" };
const later = (row: StagedRow, at: string) => ({
  ...row,
  settlement_key: `${row.settlement_key}-${at}`,
  settled_at: at,
});

test("taken back twice by name: the first refund by time holds, in the same month, an earlier and a later one: 1 − 1", async () => {
  const [, same] = await publish(
    month("2018-01", original),
    month("2018-03", named, later(named, "2018-03-06 09:00:00")),
  );
  expect(await casesByMonth(same!)).toEqual({ "2018-01": 1, "2018-03": -1 });
  await world.close();
  world = await VersionsWorld.open();
  const [, march, february, april] = await publish(
    month("2018-01", original),
    month("2018-03", named),
    month("2018-02", later(named, "2018-02-05 09:00:00")),
    month("2018-04", later(named, "2018-04-05 09:00:00")),
  );
  expect(await casesByMonth(march!)).toEqual({ "2018-01": 1, "2018-03": -1 });
  expect(await casesByMonth(february!)).toEqual({ "2018-01": 1, "2018-02": -1 });
  expect(await casesByMonth(april!)).toEqual({ "2018-01": 1, "2018-02": -1 });
});

test("a refund larger than the settlement that it names is held, and takes nothing back, until that one is corrected: 0, then 1 − 1", async () => {
  const [, held, corrected] = await publish(
    month("2018-01", original),
    month("2018-03", { ...named, total_fee_amount: "-1000.00" }),
    month("2018-01", { ...original, total_fee_amount: "1000.00" }),
  );
  expect(await casesByMonth(held!)).toEqual({});
  expect(await casesByMonth(corrected!)).toEqual({ "2018-01": 1, "2018-03": -1 });
});

test("taken back twice by person, visit and amount: as many refunds count as there were settlements: 1 − 1, then 2 − 2", async () => {
  const unmarked = { refund_mark: null };
  const settled = { ...original, ...unmarked };
  const back = { ...refund, ...unmarked };
  const [, , twice, again] = await publish(
    month("2018-01", settled),
    month("2018-02", later(back, "2018-02-05 09:00:00")),
    month("2018-03", back),
    month("2018-01", settled, later(settled, "2018-01-06 09:00:00")),
  );
  expect(await casesByMonth(twice!)).toEqual({ "2018-01": 1, "2018-02": -1 });
  expect(await casesByMonth(again!)).toEqual({ "2018-01": 2, "2018-02": -1, "2018-03": -1 });
});

test("late aid by hand adds to its month, 2 + 1, makes one that no file covers, 0 + 1, and leaves with its file", async () => {
  const aid = (coverage: string, ...paid: string[]): TestExtract[] => [
    { kind: "manual_aid", coverage: [coverage], rows: paid.map((month) => ({ month, cases: 1, amount: "10.00" })) },
  ];
  const versions = await publish(
    aid("2018-05", "2018-05", "2018-05"),
    aid("2018-06", "2018-06", "2018-05", "2018-03"),
    aid("2018-06", "2018-06"),
  );
  const payments = async (version: Version) =>
    (await world.rows(version.files, "fct_manual_aid", "month")).map(({ month: paid }) => String(paid).slice(5));
  expect(await Promise.all(versions.map(payments))).toEqual([
    ["05", "05"],
    ["03", "05", "05", "05", "06"],
    ["05", "05", "06"],
  ]);
});

test("codes and names as bureaus write them: chronic visits, marginal allowance, nobody's hardship, e-vouchers without their 0", async () => {
  const visit = (key: string, cells: StagedRow) => ({
    ...{ settlement_key: key, settled_at: "2018-01-05 09:00:00", total_fee_amount: "1.00" },
    ...cells,
  });
  const [version] = await publish(
    month(
      "2018-01",
      visit("s1", { medical_type: "门诊慢病", status_code: "农村低保边缘户", voucher_kind: "1" }),
      visit("s2", { medical_type: "门诊", status_code: "无", voucher_kind: "医保电子凭证" }),
      visit("s3", { medical_type: "门诊新类", status_code: "无业", voucher_kind: "9" }),
    ),
  );
  const facts = await world.settlements(version!);
  const found = facts.map((row) => [row.visit_class, row.hardship_status, row.voucher_kind].join(" ")).sort();
  expect(found).toEqual(["chronic allowance_marginal 01", "outpatient none 01", "unclassified unclassified 9"]);
});

test("an institution is called what its last settlement that says so calls it, each word for itself, however long ago", async () => {
  const named = (at: string, institution: string, names: StagedRow): StagedRow => ({
    ...{ settlement_key: `${institution}${at}`, settled_at: `${at} 09:00:00`, total_fee_amount: "1.00", institution },
    ...names,
  });
  const full = (name: string) => ({ institution_name: name, hospital_level: "05", institution_region: "361031" });
  const months = ["2018-01", "2018-02", "2018-03", "2018-04", "2018-05", "2018-06"];
  const rows: Record<string, StagedRow[]> = {
    "2018-01": [named("2018-01-05", "OLD", full("县医院")), named("2018-01-05", "RENAMED", full("旧名"))],
    "2018-02": [named("2018-02-05", "PARTLY", full("卫生院")), named("2018-02-06", "PARTLY", { hospital_level: "03" })],
    "2018-05": [named("2018-05-05", "RENAMED", full("新名"))],
    "2018-06": [
      named("2018-06-05", "RENAMED", { institution_name: "更新名" }),
      named("2018-06-05", "PARTLY", { institution_name: "中心卫生院" }),
      named("2018-06-05", "NAMELESS", {}),
    ],
  };
  const regular = (at: string) => named(`${at}-01`, "ALWAYS", full("中医院"));
  const versions = await publish(...months.map((at) => month(at, regular(at), ...(rows[at] ?? []))));
  const listed = await world.rows(versions.at(-1)!.files, "dim_institutions", "institution");
  expect(
    listed.map(({ institution, name, hospital_level, institution_region }) => [
      ...[institution, name, hospital_level, institution_region],
    ]),
  ).toEqual([
    ["ALWAYS", "中医院", "05", "361031"],
    ["NAMELESS", "NAMELESS", null, null],
    ["OLD", "县医院", "05", "361031"],
    ["PARTLY", "中心卫生院", "03", "361031"],
    ["RENAMED", "更新名", "05", "361031"],
  ]);
});
