import { chmod, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listExtracts } from "@/db/queries/listExtracts";
import { readDataVersion } from "@/db/queries/readDataVersion";
import type { PlainError } from "@/domain/errors";
import { findDamagedFiles, publish } from "@/etl/index";
import { readDerived } from "@/etl/steps/derivedFiles";
import { Warehouse } from "@/warehouse/connection";
import { temporaryInstallation } from "../setup/installation";
import { Bureau } from "./bureau";

/** What somebody or something does to the files of a load between its check and the consent. */

let bureau: Bureau;
let warehouse: Warehouse;
beforeAll(async () => {
  const installation = await temporaryInstallation();
  bureau = await Bureau.open(installation, installation.environment);
  const folders = [installation.home.warehouseFolder, bureau.folder];
  warehouse = await Warehouse.open({ folders, spillFolder: installation.home.spillFolder });
});
afterAll(async () => {
  warehouse.close();
  await bureau.close();
});

/** One month more, checked and waiting: its load, and its new fact file. */
async function waiting(month: string) {
  const file = await bureau.months([month], "5.00");
  const { loadId } = await bureau.submit(file);
  const { files } = (await readDerived(bureau.installation.home.warehouseFolder, loadId))!;
  const { path } = files.find(({ table, partition }) => table === "fct_settlements" && partition === month)!;
  return { loadId, facts: join(bureau.installation.home.warehouseFolder, path) };
}

/** Puts a valid file with one fen more in the place of one. */
async function addOneFen(path: string, column: string): Promise<void> {
  const changed = join(bureau.folder, "changed.parquet");
  await warehouse.run(
    `copy (select * replace (${column} + 0.01::decimal(18,2) as ${column}) from read_parquet('${path}')) to '${changed}' (format parquet)`,
  );
  await chmod(path, 0o644);
  await writeFile(path, await readFile(changed));
}

const tampers: Record<string, (path: string) => Promise<void>> = {
  "has one fen more": (path) => addOneFen(path, "pool_pay_amount"),
  "has one bit turned": async (path) => {
    const bytes = await readFile(path);
    bytes[Math.floor(Math.random() * bytes.length)]! ^= 1 << Math.floor(Math.random() * 8);
    await chmod(path, 0o644);
    await writeFile(path, bytes);
  },
  "is cut": async (path) => {
    await chmod(path, 0o644);
    await truncate(path, 100);
  },
  "is gone": (path) => rm(path),
};

for (const [index, [name, tamper]] of Object.entries(tampers).entries()) {
  test(`a file that ${name} between the check and the consent is written once more: 5.00 was consented to, 5.00 is published`, async () => {
    const month = `2018-0${index + 1}`;
    const { loadId, facts } = await waiting(month);
    await tamper(facts);
    await publish(bureau.installation, loadId, new Date());
    expect((await bureau.published()).months[month]).toBe("5.00");
    const version = (await readDataVersion(bureau.installation.database, null))!;
    const { damaged } = await findDamagedFiles(warehouse, bureau.installation, version);
    expect(damaged).toEqual([]);
  });
}

test("rows that were changed beside it cannot come to what was consented to: L-903, and nothing is published", async () => {
  const { loadId, facts } = await waiting("2018-09");
  const before = await bureau.published();
  await rm(facts);
  const { home, database } = bureau.installation;
  const [extract] = await listExtracts(database, "361031", [loadId]);
  await addOneFen(join(home.warehouseFolder, extract!.path), "pool_pay_amount");
  for (const day of [Date.now(), Date.now() + 86_400_000]) {
    const refused = await publish(bureau.installation, loadId, new Date(day)).catch((error: PlainError) => error);
    expect(refused).toMatchObject({ code: "L-903", details: { table: "fct_settlements", partition: "2018-09" } });
  }
  expect(await bureau.published()).toEqual(before);
});
