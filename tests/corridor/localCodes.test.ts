import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeSetting } from "@/db/queries/changeSetting";
import { listVersions } from "@/db/queries/listVersions";
import { readDataVersion } from "@/db/queries/readDataVersion";
import { usualBasis } from "@/domain/availableFundBasis";
import type { LocalCode } from "@/domain/localCodes";
import { parsePeriod } from "@/domain/period";
import { isKnown, isRederivationDue, publish, readRegistry, rederive, submit } from "@/etl/index";
import { answer } from "@/figures/answer";
import { closeReader, openReader } from "@/figures/reader";
import { writeSettlements, writeTable } from "../setup/extractFiles";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";

/** Codes that a bureau adds take part in the derivation at the next publication, or at once when it says so. */

let installation: TemporaryInstallation;
let folder: string;
const region = "361031";
const day = new Date("2018-02-05T09:00:00+08:00");

beforeAll(async () => {
  installation = await temporaryInstallation();
  folder = await mkdtemp(join(tmpdir(), "yizhang-codes-"));
  const january = await writeSettlements(folder, "2018-01.csv", [
    { id: "1", settled: "2018-01-05", fee: "300.00", pool: "200.00", type: "99X1", person: "P1" },
    { id: "2", settled: "2018-01-06", fee: "100.00", pool: "50.00", type: "1101", person: "P2", level: "99" },
  ]);
  const registry = await writeTable(
    folder,
    "名册.csv",
    ["人员编号", "困难身份", "开始日期"],
    [["P1", "县定特困", "2017-01-01"]],
  );
  await load([january, registry]);
});
afterAll(async () => {
  await closeReader(installation.home);
  await installation.close();
  await rm(folder, { recursive: true });
});

async function load(files: string[]): Promise<void> {
  const request = { files, region, scheme: "390", now: day, period: null, kind: null, profile: null };
  const submission = await submit(installation, request);
  await publish(installation, submission.loadId, day);
}

async function casesBy(dimension: "visit_class" | "hardship_status" | "tier", asOf: number | null = null) {
  const { rows } = await answer(installation, {
    ...{ region, scheme: "390", period: parsePeriod("2018-01")!, where: {}, compare: null, basis: usualBasis, asOf },
    ...{ by: [dimension], metrics: ["cases"] },
  });
  return Object.fromEntries(rows.map(({ key, values }) => [key[dimension], values.cases!.value]));
}

const addCode = (value: LocalCode, seen = 0) =>
  changeSetting(installation.database, {
    ...{ region, kind: "local_code", key: `${value.map}/${value.code}`, seen, value },
    ...{ enteredAt: day, enteredBy: "信息科", reason: "省编码" },
  });

const current = async () => (await readDataVersion(installation.database, null))!;

test("what no map knows is unclassified, and a code that is added changes nothing by itself", async () => {
  expect(await casesBy("visit_class")).toEqual({ outpatient: "1", unclassified: "1" });
  expect(await casesBy("hardship_status")).toEqual({ none: "1", unclassified: "1" });
  expect(await isRederivationDue(installation, await current(), region)).toBe(false);
  await addCode({ map: "medical_type", code: "99X", meaning: "special_disease_inpatient" });
  await addCode({ map: "medical_type", code: "11", meaning: "other" });
  await addCode({ map: "hardship_identity", code: "县定特困", meaning: "extreme_hardship" });
  await addCode({ map: "hospital_level", code: "99", meaning: "township" });
  expect(await casesBy("visit_class")).toEqual({ outpatient: "1", unclassified: "1" });
  expect(await isRederivationDue(installation, await current(), region)).toBe(true);
});

test("deriving anew publishes the same loads by the bureau's codes: they win at equal length; the old version still answers", async () => {
  expect(await rederive(installation, region, day)).toMatchObject({ dataVersion: 2 });
  expect(await casesBy("visit_class")).toEqual({ inpatient: "1", other: "1" });
  expect(await casesBy("hardship_status")).toEqual({ none: "1", extreme_hardship: "1" });
  expect(await casesBy("tier")).toEqual({ township: "1", county: "1" });
  expect(await casesBy("visit_class", 1)).toEqual({ outpatient: "1", unclassified: "1" });
  expect(await casesBy("tier", 1)).toEqual({ county: "1", unclassified: "1" });
  const [newest, first] = await listVersions(installation.database);
  expect(newest).toMatchObject({
    version: 2,
    rederivedRegion: region,
    loadId: null,
    restoredFrom: null,
    current: true,
  });
  expect(newest!.loadIds).toEqual(first!.loadIds);
});

test("the registry counts persons by status and day, by the same codes as the facts", async () => {
  const on = async (day: string) => {
    const warehouse = await openReader(installation.home);
    const { statuses } = await readRegistry(warehouse, installation, await current(), region, day);
    return statuses;
  };
  const entry = { status: "extreme_hardship", entries: 1, open: 1, firstBegins: "2017-01-01", lastEnds: null };
  expect(await on("2018-01-31")).toEqual([{ ...entry, persons: 1 }]);
  expect(await on("2016-12-31")).toEqual([{ ...entry, persons: 0 }]);
});

test("once more there is nothing to derive", async () => {
  await expect(rederive(installation, region, day)).rejects.toMatchObject({ code: "L-706" });
  expect(await isRederivationDue(installation, await current(), region)).toBe(false);
});

test("the next load derives the months before it by the newest codes as well", async () => {
  await addCode({ map: "medical_type", code: "99X", meaning: "chronic" }, 1);
  await load([
    await writeSettlements(folder, "2018-02.csv", [{ id: "3", settled: "2018-02-05", fee: "1.00", pool: "1.00" }]),
  ]);
  expect(await casesBy("visit_class")).toEqual({ chronic: "1", other: "1" });
});

test("a code is known by its beginning, a level and a bare word as a whole", () => {
  const known = ["门诊", "门诊慢病", "门诊特病", "门诊新类"].map((code) => isKnown("medical_type", code, region, []));
  expect(known).toEqual([true, true, true, false]);
  const local: LocalCode[] = [{ map: "medical_type", code: "99X", meaning: "other" }];
  expect(["2101", "99X1", "98"].map((code) => isKnown("medical_type", code, region, local))).toEqual([
    true,
    true,
    false,
  ]);
  expect(["11", "111"].map((code) => isKnown("hospital_level", code, region, []))).toEqual([true, false]);
});
