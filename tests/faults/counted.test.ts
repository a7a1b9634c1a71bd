import { readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readDataVersion } from "@/db/queries/readDataVersion";
import { contentOf, hashOfProbe, probe } from "@/etl/sql/contentHash";
import { Warehouse } from "@/warehouse/connection";
import { temporaryInstallation } from "../setup/installation";
import { Bureau, times } from "./bureau";

/**
 * Published means counted: what is read back from a finished file differs as soon as one row of it does. Sums alone would
 * not see two amounts that changed places.
 */

let bureau: Bureau;
let warehouse: Warehouse;
let facts: string;
beforeAll(async () => {
  const installation = await temporaryInstallation();
  bureau = await Bureau.open(installation, installation.environment);
  const rows = Array.from({ length: 60 }, (_, index) => ({
    id: `R${index}`,
    settled: `2018-06-${String((index % 30) + 1).padStart(2, "0")}`,
    fee: `${2000 + index * 37}.${10 + index}`,
    // All different, and so are their second and third digits.
    pool: `${1090 + (index % 8) * 100}.${20 + index}`,
  }));
  await bureau.load(await bureau.extract(rows));
  const { files } = (await readDataVersion(installation.database, null))!;
  const file = files.find(({ table }) => table === "fct_settlements")!;
  facts = join(installation.home.warehouseFolder, file.path);
  const folders = [installation.home.warehouseFolder, bureau.folder];
  warehouse = await Warehouse.open({ folders, spillFolder: installation.home.spillFolder });
});
afterAll(async () => {
  warehouse.close();
  await bureau.close();
});

const fingerprint = async (path: string) => JSON.stringify(await warehouse.rows(contentOf("fct_settlements", path)));

/** A sum of money as text with two of its digits in each other's place. */
const digitsSwapped =
  "(left(pool_pay_amount::varchar, 1) || substr(pool_pay_amount::varchar, 3, 1) || substr(pool_pay_amount::varchar, 2, 1) || substr(pool_pay_amount::varchar, 4))::decimal(18,2)";
const replacing = (amount: string) => (one: number) =>
  `select * replace (case when row_number = ${one} then ${amount} else pool_pay_amount end as pool_pay_amount) from facts`;
const amountOf = (row: number) => `(select pool_pay_amount from facts where row_number = ${row})`;

/** One fault in one row or two, as SQL over the rows. */
const faults: Record<string, (one: number, other: number) => string> = {
  "a row is missing": (one) => `select * from facts where row_number <> ${one}`,
  "a row is there twice": (one) => `select * from facts union all select * from facts where row_number = ${one}`,
  "a sign is turned": replacing("-pool_pay_amount"),
  "two digits changed places": replacing(digitsSwapped),
  "ten times as much": replacing("(pool_pay_amount * 10)::decimal(18,2)"),
  "万元 taken for 元": replacing("(pool_pay_amount * 10000)::decimal(18,2)"),
  "two rows have each other's amount": (one, other) =>
    `select * replace (case row_number when ${one} then ${amountOf(other)} when ${other} then ${amountOf(one)}
      else pool_pay_amount end as pool_pay_amount) from facts`,
  "two columns of a row have each other's amount": (one) =>
    `select * replace (case when row_number = ${one} then total_fee_amount else pool_pay_amount end as pool_pay_amount,
      case when row_number = ${one} then pool_pay_amount else total_fee_amount end as total_fee_amount) from facts`,
};

test("stored hashes were made by the hash that DuckDB has now, of rows and of constants alike", async () => {
  const [row] =
    await warehouse.rows(`select ${probe} as constant, hash(town, true, -1::tinyint) = hash('镇', true, -1::tinyint)
    as row from (select unnest(['乡', '镇']) as town) where town = '镇'`);
  expect(row).toEqual({ constant: hashOfProbe, row: true });
});

test("every single fault in a finished file is seen", async () => {
  const whole = await fingerprint(facts);
  const damaged = join(bureau.folder, "damaged.parquet");
  const [range] = await warehouse.rows<{ first: number; rows: number }>(
    `select min(row_number)::integer as first, count(*)::integer as rows from read_parquet('${facts}')`,
  );
  const row = () => range!.first + Math.floor(Math.random() * range!.rows);
  const seen: Record<string, number> = {};
  for (let turn = 0; turn < times(110, 15); turn += 1) {
    for (const [name, change] of Object.entries(faults)) {
      const one = row();
      let other = row();
      while (other === one) other = row();
      await warehouse.run(
        `copy (with facts as (from read_parquet('${facts}')) ${change(one, other)}) to '${damaged}' (format parquet)`,
      );
      const isSeen = (await fingerprint(damaged)) !== whole;
      expect([name, one, other, isSeen]).toEqual([name, one, other, true]);
      seen[name] = (seen[name] ?? 0) + 1;
    }
    await writeFile(damaged, await readFile(facts));
    const bytes = (await readFile(facts)).length;
    await truncate(damaged, Math.floor(Math.random() * bytes));
    await expect(fingerprint(damaged)).rejects.toThrow();
    seen.cut = (seen.cut ?? 0) + 1;
  }
  // Any order of the rows is the same content.
  await warehouse.run(`copy (from read_parquet('${facts}') order by random()) to '${damaged}' (format parquet)`);
  expect(await fingerprint(damaged)).toBe(whole);
  console.info(`${Object.values(seen).reduce((sum, count) => sum + count, 0)} faults seen`);
}, 300_000);
