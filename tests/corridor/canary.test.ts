import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFile, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Warehouse } from "@/warehouse/connection";
import { type FileRow, writeSettlements, writeTable } from "../setup/extractFiles";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";
import { programFolder } from "../setup/server";

/**
 * Planted names, certificate numbers, person numbers and telephone numbers, in rows that count, in rows that are held,
 * in a registry and in files that are refused: afterwards they are nowhere.
 */

let installation: TemporaryInstallation;
let folder: string;
let said = "";

const persons = Array.from({ length: 50 }, (_, index) => ({
  name: `${"钱孙李周吴郑王冯陈褚"[index % 10]}${"龘靐齉爨麤"[index % 5]}${String.fromCharCode(0x9f40 + index)}`,
  certificate: certificateOf(index),
  person: `99887766000000${String(index).padStart(6, "0")}7`,
  phone: `1390066${String(index).padStart(4, "0")}`,
}));

/** A number with a valid check character of an area code that nobody has. */
function certificateOf(index: number): string {
  const digits = `99990119${String(50 + (index % 50))}0101${String(100 + index)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return digits + "10X98765432"[sum % 11];
}

beforeAll(async () => {
  installation = await temporaryInstallation();
  folder = await mkdtemp(join(tmpdir(), "yizhang-canary-"));
  const row = (index: number, more: Partial<FileRow> = {}): FileRow => ({
    ...persons[index % persons.length]!,
    id: `c${index}`,
    settled: `2018-06-${String(1 + (index % 28)).padStart(2, "0")}`,
    fee: "100.00",
    pool: "60.00",
    ...more,
  });
  const rows = Array.from({ length: 400 }, (_, index) => row(index));
  // Held: what stands in the wrong cell must not be kept as a value either.
  const held = [
    row(400, { fee: persons[0]!.name }),
    row(401, { pool: persons[1]!.certificate }),
    row(402, { settled: persons[2]!.phone }),
  ];
  await load(await writeSettlements(folder, "good.csv", [...rows, ...held]));
  await load(
    await writeTable(
      folder,
      "registry.csv",
      ["人员编号", "姓名", "证件号码", "困难身份", "开始日期", "结束日期", "联系电话"],
      persons.map(({ name, person, certificate, phone }) => [
        person,
        name,
        certificate,
        "低保对象",
        "2018-01-01",
        "",
        phone,
      ]),
    ),
  );
  // Refused: amounts are names, the header is a person, the text breaks off.
  await load(
    await writeSettlements(
      folder,
      "names.csv",
      rows.map((one) => ({ ...one, fee: one.name! })),
    ),
  );
  await load(await writeTable(folder, "headless.csv", Object.values(persons[3]!), [Object.values(persons[4]!)]));
  await load(
    await writeTable(
      folder,
      "torn.csv",
      ["SETL_ID", "PSN_NO", "PSN_NAME"],
      [["1", persons[5]!.person, `"${persons[5]!.name}`]],
    ),
  );
});

afterAll(async () => {
  await installation.close();
  await rm(folder, { recursive: true });
});

async function load(file: string): Promise<void> {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "cli/main.ts", "load", file, "--region", "361031", "--publish"],
    { cwd: programFolder, env: { ...process.env, ...installation.environment } },
  ).catch((error: { stdout: string; stderr: string }) => error);
  said += stdout + stderr;
}

const tokens = persons.flatMap(({ name, certificate, person, phone }) => [
  name,
  certificate,
  certificate.slice(0, 14),
  person,
  phone,
  ...[certificate, person, name].flatMap((value) =>
    ["md5", "sha1", "sha256"].map((algorithm) => createHash(algorithm).update(value).digest("hex").slice(0, 32)),
  ),
]);

/** The canaries that a text shows, also as base64 or percent-encoded, and as hashes without a key. */
function found(text: string): string[] {
  const plain = text.toLowerCase();
  const undashed = plain.replaceAll("-", "");
  return tokens.filter((token) => {
    const spelled = token.toLowerCase();
    const base64 = Buffer.from(token).toString("base64").slice(0, -4);
    return (
      plain.includes(spelled) ||
      undashed.includes(spelled) ||
      text.includes(base64) ||
      text.includes(encodeURIComponent(token))
    );
  });
}

async function databaseText(): Promise<string> {
  const { sql } = installation.database;
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`;
  const texts = await Promise.all(
    tables.map(async ({ name }) => (await sql`select t::text as line from ${sql(name)} as t`).map(({ line }) => line)),
  );
  return texts.flat().join("\n");
}

/** Every file of the installation but the key: Parquet decoded column by column, the others as they are. */
async function fileTexts(): Promise<Map<string, string>> {
  const { root, personKeyFile } = installation.home;
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const warehouse = await Warehouse.open({ folders: [root], spillFolder: installation.home.spillFolder });
  const texts = new Map<string, string>();
  for (const file of files.filter((name) => name !== personKeyFile)) {
    const text = file.endsWith(".parquet")
      ? (await warehouse.rows(`select rows::varchar as line from read_parquet('${file}') as rows`))
          .map(({ line }) => String(line))
          .join("\n")
      : (await readFile(file)).toString("utf8");
    texts.set(relative(root, file), text);
  }
  warehouse.close();
  return texts;
}

test("the good file and the registry are published, the others refused", async () => {
  const loads = await installation.database.sql`select state from loads order by created_at`;
  expect(loads.map(({ state }) => state)).toEqual(["published", "published", "refused", "refused", "refused"]);
});

test("no canary in the database", async () => {
  expect(found(await databaseText())).toEqual([]);
});

test("no canary in any file of the data folder, Parquet decoded", async () => {
  const texts = await fileTexts();
  expect([...texts.keys()].filter((name) => name.endsWith(".parquet")).length).toBeGreaterThan(3);
  for (const [name, text] of texts) expect(found(text), name).toEqual([]);
});

test("no canary in what the commands said", () => {
  expect(found(said)).toEqual([]);
});

test("a leak planted on purpose is found in each of these places", async () => {
  const { database, home } = installation;
  const { name, certificate, person } = persons[7]!;
  const hashed = createHash("sha256").update(certificate).digest("hex").slice(0, 32);
  await database.sql`insert into regions (code, name) values ('999999', ${name})`;
  await appendFile(join(home.logFolder, "errors.log"), Buffer.from(person).toString("base64"));
  const warehouse = await Warehouse.open({ folders: [home.warehouseFolder], spillFolder: home.spillFolder });
  const leak = join(home.warehouseFolder, "leak.parquet");
  await warehouse.run(`copy (select '${hashed}'::uuid as person_key) to '${leak}' (format parquet)`);
  warehouse.close();
  const texts = await fileTexts();
  expect(found(await databaseText())).toContain(name);
  expect(found(texts.get("logs/errors.log")!)).toContain(person);
  expect(found(texts.get("warehouse/leak.parquet")!)).toContain(hashed);
});
