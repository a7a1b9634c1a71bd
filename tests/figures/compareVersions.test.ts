import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publish, submit } from "@/etl/index";
import { compareVersions } from "@/figures/compareVersions";
import { writeSettlements } from "../setup/extractFiles";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";

let installation: TemporaryInstallation;
let folder: string;
beforeAll(async () => {
  installation = await temporaryInstallation();
  folder = await mkdtemp(join(tmpdir(), "yizhang-compare-"));
});
afterAll(async () => {
  await installation.close();
  await rm(folder, { recursive: true });
});

async function publishRows(name: string, month: string, pools: readonly string[]): Promise<void> {
  const rows = pools.map((pool, id) => ({ id: `${month}-${id}`, settled: `${month}-02`, fee: "900.00", pool }));
  const now = new Date("2018-08-05T09:00:00+08:00");
  const request = { region: "361031", scheme: "390", period: null, kind: null, profile: null, now };
  const { loadId } = await submit(installation, { ...request, files: [await writeSettlements(folder, name, rows)] });
  await publish(installation, loadId, now);
}

test("June is corrected by 5.00 and July comes with 2 cases: those two months differ, May does not", async () => {
  await publishRows("may.csv", "2018-05", ["1.00"]);
  await publishRows("june.csv", "2018-06", ["10.00", "20.00"]);
  await publishRows("june-again.csv", "2018-06", ["10.00", "25.00"]);
  await publishRows("july.csv", "2018-07", ["7.00", "7.00"]);
  const asked = { schemes: ["390", "310"], metrics: ["cases", "pool_pay_amount"] };
  const place = { region: "361031", scheme: "390" };
  expect(await compareVersions(installation, { ...asked, one: 2, other: 4 })).toEqual([
    { ...place, month: "2018-06", metric: "pool_pay_amount", one: "30", other: "35", change: "5" },
    { ...place, month: "2018-07", metric: "cases", one: null, other: "2", change: "2" },
    { ...place, month: "2018-07", metric: "pool_pay_amount", one: null, other: "14", change: "14" },
  ]);
  expect(await compareVersions(installation, { ...asked, one: 4, other: 4 })).toEqual([]);
  await expect(compareVersions(installation, { ...asked, one: 4, other: 9 })).rejects.toMatchObject({ code: "Q-102" });
});
