import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usualBasis } from "@/domain/availableFundBasis";
import { parsePeriod } from "@/domain/period";
import { publish, submit } from "@/etl/index";
import { forecast } from "@/figures/forecast/forecast";
import { closeReader } from "@/figures/reader";
import { type FileRow, writeSettlements } from "../setup/extractFiles";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";

let installation: TemporaryInstallation;
let folder: string;
beforeAll(async () => {
  installation = await temporaryInstallation();
  folder = await mkdtemp(join(tmpdir(), "yizhang-gap-"));
});
afterAll(async () => {
  await closeReader(installation.home);
  await installation.close();
  await rm(folder, { recursive: true });
});

async function load(month: string, rows: readonly FileRow[]): Promise<void> {
  const files = [await writeSettlements(folder, `${month}.csv`, rows)];
  const now = new Date(`${month}-28T09:00:00+08:00`);
  const period = parsePeriod(month);
  const place = { region: "361031", scheme: "390", kind: null, profile: null };
  const { loadId } = await submit(installation, { files, period, now, ...place });
  await publish(installation, loadId, now);
}

const settled = (month: string, day: number): FileRow => ({
  ...{ id: `${month}${day}`, settled: `${month}-${String(day).padStart(2, "0")}`, fee: "300.00", pool: "200.00" },
});
const ten = (month: string) => Array.from({ length: 10 }, (_, day) => settled(month, day + 1));

test("a month that only late rows of the next one's file reach is missing: nothing is projected over it", async () => {
  for (const month of ["2018-01", "2018-02"]) await load(month, ten(month));
  await load("2018-04", [...ten("2018-04"), settled("2018-03", 31)]);
  const scope = {
    ...{ region: "361031", period: parsePeriod("2018-01..2018-04")!, compare: null, asOf: null, scheme: "390" },
    ...{ basis: usualBasis, where: {} },
  };
  const { projection } = await forecast(installation, scope);
  expect(projection).toMatchObject({ kind: "none", reason: "gap_in_this_year", missing: ["2018-03"] });

  await load("2018-03", ten("2018-03"));
  expect((await forecast(installation, scope)).projection.kind).toBe("point");
});
