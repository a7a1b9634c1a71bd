import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Warehouse } from "@/warehouse/connection";

let folder: string;
let warehouse: Warehouse;
const below = (...names: string[]) => join(folder, ...names);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yizhang-session-"));
  for (const name of ["facts", "spill", "elsewhere"]) await mkdir(below(name));
  for (const name of ["facts", "elsewhere"]) await writeFile(below(name, "one.csv"), "a\n1\n");
  warehouse = await Warehouse.open({ folders: [below("facts")], spillFolder: below("spill") });
});
afterAll(async () => {
  warehouse.close();
  await rm(folder, { recursive: true });
});

test("a session reads and writes below its folders and nowhere else", async () => {
  expect(await warehouse.rows(`select * from read_csv('${below("facts", "one.csv")}')`)).toEqual([{ a: "1" }]);
  const outside = [
    `select * from read_csv('${below("elsewhere", "one.csv")}')`,
    `select * from read_csv('${below("facts", "..", "elsewhere", "one.csv")}')`,
    `select * from read_text('/etc/passwd')`,
    `select * from glob('${below("elsewhere")}/*')`,
    `copy (select 1) to '${below("elsewhere", "two.parquet")}'`,
    `attach '${below("elsewhere", "store.duckdb")}'`,
    "install httpfs",
    "load httpfs",
  ];
  for (const sql of outside) await expect(warehouse.run(sql), sql).rejects.toThrow();
  expect(await readdir(below("elsewhere"))).toEqual(["one.csv"]);
});

test("no statement loosens a session, and a call runs one statement", async () => {
  const loosening = [
    "set lock_configuration = false",
    "reset lock_configuration",
    "set enable_external_access = true",
    `set allowed_directories = ['${below("elsewhere")}/']`,
    "set allowed_configs = ['threads']",
    "set autoload_known_extensions = true",
    "set temp_directory = '/'",
    "set threads = 64",
    "select 1; select 2",
  ];
  for (const sql of loosening) await expect(warehouse.run(sql), sql).rejects.toThrow();
});

test("what a large statement took goes back to the machine", async () => {
  const texts = "select md5(range::varchar) as text from range(3000000)";
  const before = process.memoryUsage.rss();
  await warehouse.run(`create temp table counted as select count(*) as texts from (${texts} group by text)`);
  expect(process.memoryUsage.rss() - before).toBeLessThan(150e6);
});
