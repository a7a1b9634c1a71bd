import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { listLoads } from "@/db/queries/listLoads";
import type { ExtractProfile } from "@/domain/extractProfile";
import type { LoadJob } from "@/domain/loadJob";
import { describeFile, publish, submit } from "@/etl/index";
import { Inbox, IntakeDesk } from "@/intake/index";
import { Warehouse } from "@/warehouse/connection";
import { sheetOf, xlsx, zip } from "../etl/workbookFiles";
import { canaries, canariesIn, gb18030Bytes, unpacked } from "../setup/canaries";
import { type FileRow, writeSettlements, writeTable } from "../setup/extractFiles";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";
import { programFolder } from "../setup/server";

/**
 * Planted names, certificate numbers, person numbers and telephone numbers: in rows that count, are held or refused, in
 * every encoding and container, in a registry, in a file that is described, where the program fails. Afterwards they are
 * nowhere: not in the database, the data folder, the temporary folder, an export or anything that a command says.
 */

let installation: TemporaryInstallation;
/** What the bureau hands in; the only place with names in it. */
let folder: string;
/** What programs write by themselves and what they export. */
let temporary: string;
let exports: string;
const said: string[] = [];

beforeAll(async () => {
  installation = await temporaryInstallation();
  folder = await mkdtemp(join(tmpdir(), "yizhang-canary-"));
  temporary = join(folder, "temporary");
  exports = join(folder, "exports");
  for (const place of [temporary, exports]) await mkdir(place);
});

afterAll(async () => {
  await installation.close();
  await rm(folder, { recursive: true });
});

const row = (index: number, more: Partial<FileRow> = {}): FileRow => ({
  ...canaries[index % canaries.length]!,
  id: `c${index}`,
  settled: `2018-06-${String(1 + (index % 28)).padStart(2, "0")}`,
  fee: "100.00",
  pool: "60.00",
  ...more,
});
const rows = Array.from({ length: 800 }, (_, index) => row(index));
/** What stands in the wrong cell must not be kept as a value either. */
const wrong = [
  row(800, { fee: canaries[0]!.name }),
  row(801, { pool: canaries[1]!.certificate }),
  row(802, { settled: canaries[2]!.phone }),
  // Where codes stand, the row itself is good.
  row(803, { institution: canaries[3]!.name }),
  row(804, { type: canaries[4]!.certificate }),
  row(805, { institution: canaries[5]!.phone }),
  row(806, { level: canaries[6]!.name }),
  row(807, { place: canaries[7]!.certificate }),
];

/** A command as people run it; it must end with `code`. */
async function command(code: number, ...words: string[]): Promise<void> {
  const outcome = await promisify(execFile)(process.execPath, ["--import", "tsx", "cli/main.ts", ...words], {
    cwd: programFolder,
    env: { ...process.env, ...installation.environment, TMPDIR: temporary },
  }).then(
    (ended) => ({ code: 0, ...ended }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  said.push(outcome.stdout, outcome.stderr);
  expect([words.slice(0, 2), outcome.code, outcome.code === code ? "" : outcome.stderr]).toEqual([
    words.slice(0, 2),
    code,
    "",
  ]);
}

/** A load in this process, published where it can be. Gives its state. */
async function load(path: string): Promise<string> {
  const now = new Date("2018-07-05T09:00:00+08:00");
  const request = { region: "361031", scheme: "390", period: null, kind: null, profile: null, now };
  const submission = await submit(installation, { ...request, files: [path] });
  said.push(JSON.stringify(submission));
  if (submission.state === "ready") await publish(installation, submission.loadId, now);
  return submission.state;
}

const region = ["--region", "361031"];

test("a good file with wrong rows is published, held values masked; a registry joins it", async () => {
  await command(0, "load", await writeSettlements(folder, "good.csv", [...rows, ...wrong]), ...region, "--publish");
  const headers = ["人员编号", "姓名", "证件号码", "困难身份", "开始日期", "结束日期", "联系电话"];
  const registry = canaries.map(({ name, person, certificate, phone }) => [
    person,
    name,
    certificate,
    "低保对象",
    "2018-01-01",
    "",
    phone,
  ]);
  expect(await load(await writeTable(folder, "registry.csv", headers, registry))).toBe("ready");
});

test("so is the same month in GB18030, UTF-16, a workbook and an archive", async () => {
  const text = await readFile(await writeSettlements(folder, "plain.csv", [...rows, ...wrong]), "utf8");
  const [header, ...lines] = text
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  const sheet = lines.map((cells) => Object.fromEntries(header!.map((name, at) => [name, cells[at]!])));
  const files: Record<string, Buffer> = {
    "gb.csv": gb18030Bytes(text),
    "wide.csv": Buffer.from(`\ufeff${text}`, "utf16le"),
    "book.xlsx": await xlsx([sheetOf(sheet)]),
    "all.zip": await zip({ "六月.csv": `${text}\n` }),
  };
  for (const [name, bytes] of Object.entries(files)) {
    await writeFile(join(folder, name), bytes);
    expect([name, await load(join(folder, name))]).toEqual([name, "ready"]);
  }
});

test("refused: amounts that are names, a header that is a person, a text that breaks off, two encodings in one", async () => {
  const names = rows.map((one, index) => ({ ...one, fee: canaries[index % 50]!.name }));
  const [one, other] = canaries as [(typeof canaries)[number], (typeof canaries)[number]];
  expect(await load(await writeSettlements(folder, "names.csv", names))).toBe("refused");
  await command(
    2,
    "load",
    await writeTable(folder, "headless.csv", Object.values(one), [Object.values(other)]),
    ...region,
  );
  const torn = [["1", one.person, `"${one.name}`]];
  expect(await load(await writeTable(folder, "torn.csv", ["SETL_ID", "PSN_NO", "PSN_NAME"], torn))).toBe("refused");
  const mixed = Buffer.concat([Buffer.from(`SETL_ID,PSN_NAME\n1,${one.name}\n2,`), gb18030Bytes(`${other.name}\n`)]);
  await writeFile(join(folder, "mixed.csv"), mixed);
  expect(await load(join(folder, "mixed.csv"))).toBe("refused");
});

test("a fault in the middle, and a database that says a name, are written down without it", async () => {
  const { sql } = installation.database;
  const path = await writeSettlements(folder, "fault.csv", rows.slice(0, 300));
  await sql.unsafe(`create function say_a_name() returns trigger language plpgsql as
    $$ begin raise exception 'Key (name)=(${canaries[3]!.name}) %', '${canaries[3]!.certificate}'; end $$`);
  await sql`create trigger says_a_name before insert on loads for each row execute function say_a_name()`;
  await command(1, "load", path, ...region);
  await sql`drop trigger says_a_name on loads`;
});

test("a file that is described shows shapes only, and names are not read as codes", async () => {
  const cells = ({ name, certificate, person, phone }: (typeof canaries)[number], id: string) => ({
    ...{ 单号: id, 编号: person, 医院: "H1", 日期: "2018-06-03", 类别: name, 总费: "100.00", 统筹: "60.00" },
    ...{ 备用一: phone, 备用二: certificate },
  });
  const table = canaries.flatMap((one, index) => [cells(one, `${index}a`), cells(one, `${index}b`)]);
  const headers = Object.keys(table[0]!);
  const path = await writeTable(
    folder,
    "own.csv",
    headers,
    table.map((line) => Object.values(line)),
  );
  // The worst that a person can say: names are codes, telephone numbers too.
  const profile: ExtractProfile = {
    ...{ format: 1, name: "own", kind: "settlements" },
    columns: {
      ...{ settlement_id: "单号", person_number: "编号", institution: "医院", settled_at: "日期" },
      ...{ medical_type: "类别", total_fee: "总费", pool_pay: "统筹", disease_code: "备用一", scheme: "备用二" },
    },
  };
  const request = { file: { path, name: "own.csv" }, region: "361031", scheme: "390", period: null, now: new Date() };
  const state = await describeFile(installation, { ...request, profile, kind: null });
  expect(state).toMatchObject({ trial: null, obstacle: { code: "F-107" } });
  said.push(JSON.stringify(state));
  await command(0, "profile", "suggest", path);
  await writeFile(join(folder, "own.json"), JSON.stringify(profile));
  await command(2, "profile", "test", path, "--profile", join(folder, "own.json"), ...region, "--json");
});

/** Hands a file in as a page does. Gives what the page hears of it. */
async function throughThePage(desk: IntakeDesk, path: string): Promise<LoadJob> {
  const bytes = await readFile(path);
  const order = { origin: "page", region: "361031", scheme: "390", period: null, sheet: null, encoding: null } as const;
  const id = await desk.create({ ...order, control: null, files: [{ name: basename(path), bytes: bytes.length }] });
  await desk.receive(id, 1, Readable.from([bytes]));
  await desk.start(id, [createHash("sha256").update(bytes).digest("hex")]);
  for (;;) {
    const jobs = await desk.list();
    said.push(JSON.stringify(jobs));
    const job = jobs.find((candidate) => candidate.id === id)!;
    if (job.state === "ended") return job;
    await wait(50);
  }
}

test("what comes in by a page and by the watched folder: jobs, receipts and what is left beside the file itself", async () => {
  const environment = { ...process.env, ...installation.environment, TMPDIR: temporary };
  const desk = new IntakeDesk(installation, programFolder, environment);
  await desk.open();
  const page = await throughThePage(desk, await writeSettlements(folder, "page.csv", [...rows.slice(1), ...wrong]));
  expect(page.outcome).toMatchObject({ kind: "load", state: "ready" });
  const { inboxFolder } = installation.home;
  await mkdir(join(inboxFolder, "361031"), { recursive: true });
  await writeSettlements(join(inboxFolder, "361031"), "inbox.csv", [...rows.slice(2), ...wrong]);
  const inbox = new Inbox(installation, desk, { pauseMilliseconds: 50, settledMilliseconds: 50 });
  const done = join(inboxFolder, "361031", "done");
  while (!(await readdir(done).catch(() => [] as string[])).includes("inbox.csv.receipt.json")) {
    await inbox.look();
    await wait(50);
  }
  // What the bureau has put there is the bureau's; what stands beside it is ours.
  await rm(join(done, "inbox.csv"));
  await desk.close();
});

test("what is exported", async () => {
  for (const name of ["persons.csv", "persons.xlsx"])
    await command(
      0,
      "table",
      "hardship",
      ...region,
      "--period",
      "2018-06",
      "--compare",
      "none",
      "--out",
      join(exports, name),
    );
  await command(0, "loads", "--json");
  const [withHeld] = (await listLoads(installation.database)).filter(
    ({ state, report }) => state === "ready" && report.reconciliation.rows.quarantined > 0,
  );
  await command(0, "held", withHeld!.loadId, "--out", join(exports, "held.xlsx"));
  expect(await readdir(exports)).toHaveLength(3);
});

async function databaseText(): Promise<string> {
  const { sql } = installation.database;
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`;
  const texts = await Promise.all(
    tables.map(async ({ name }) => (await sql`select t::text as line from ${sql(name)} as t`).map(({ line }) => line)),
  );
  return texts.flat().join("\n");
}

/** What PostgreSQL has written about the run, where the server is one of our own; failed statements are among it. */
async function serverLog(): Promise<Buffer> {
  if (process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL) return Buffer.alloc(0);
  return readFile(join(inject("postgres").folder, "postgres", "data", "server.log"));
}

/** Every file below a folder but the key, by its name there. */
async function filesBelow(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.filter((file) => file !== installation.home.personKeyFile).map((file) => relative(root, file));
}

/** The files that show a canary: Parquet decoded, archives unpacked, the others as they are. */
async function leaksIn(root: string, files: readonly string[]): Promise<[file: string, tokens: string[]][]> {
  const warehouse = await Warehouse.open({ folders: [root], spillFolder: installation.home.spillFolder });
  const decoded = async (file: string) =>
    JSON.stringify(await warehouse.rows(`select rows::varchar as line from read_parquet('${file}') as rows`));
  const leaks: [string, string[]][] = [];
  for (const file of files) {
    const path = join(root, file);
    const isArchive = /\.(xlsx|zip)$/.test(file);
    const content = file.endsWith(".parquet")
      ? await decoded(path)
      : await (isArchive ? unpacked(path) : readFile(path));
    const tokens = canariesIn(content);
    if (tokens.length > 0) leaks.push([file, tokens]);
  }
  warehouse.close();
  return leaks;
}

test("no canary in the database, the data folder, the temporary folder, the exports or what was said", async () => {
  const { root } = installation.home;
  const names = await filesBelow(root);
  expect(names.filter((name) => name.endsWith(".parquet")).length).toBeGreaterThan(3);
  expect(names.filter((name) => name.startsWith("spill/"))).toEqual([]);
  expect(names).toContain("logs/errors.log");
  expect(canariesIn(await databaseText())).toEqual([]);
  expect(canariesIn(await serverLog())).toEqual([]);
  for (const place of [root, temporary, exports]) expect(await leaksIn(place, await filesBelow(place))).toEqual([]);
  expect(said.join("").length).toBeGreaterThan(10_000);
  expect(canariesIn(said.join("\n"))).toEqual([]);
});

test("a leak planted on purpose is found in each of these places, however it is written", async () => {
  const { database, home } = installation;
  const { name, certificate, person, phone } = canaries[7]!;
  const hashed = createHash("sha256").update(certificate).digest("hex").slice(0, 32);
  const uuid = hashed.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  await database.sql`insert into regions (code, name) values ('999999', ${name})`;
  expect(canariesIn(await databaseText())).toContain(name);

  const warehouse = await Warehouse.open({ folders: [home.warehouseFolder], spillFolder: home.spillFolder });
  const parquet = join(home.warehouseFolder, "leak.parquet");
  await warehouse.run(
    `copy (select '${uuid}'::uuid as person_key, '${name}' as name) to '${parquet}' (format parquet)`,
  );
  warehouse.close();
  const wide = Buffer.from(person, "utf16le");
  const planted: [place: string, file: string, content: string | Buffer, token: string][] = [
    [home.root, "logs/errors.log", `x${Buffer.from(`x${person}x`).toString("base64")}`, person],
    [home.root, "spill/left", gb18030Bytes(name), name],
    [home.root, "incoming/left", Buffer.from(wide).swap16(), person],
    [temporary, "left", wide, person],
    [exports, "leak.csv", `"${encodeURIComponent(name)}"`, name],
    [exports, "leak.xlsx", await xlsx([sheetOf([{ 电话: phone }])]), phone],
    [exports, "leak.html", [...name].map((c) => `&#${c.codePointAt(0)};`).join(""), name],
    [
      exports,
      "leak.json",
      `{"certificate": "${createHash("md5").update(certificate).digest("hex")}"}`,
      hashedBy("md5", certificate),
    ],
  ];
  for (const [place, file, content] of planted) {
    await mkdir(join(place, file, ".."), { recursive: true });
    await writeFile(join(place, file), content);
  }
  for (const [place, file, , token] of planted) {
    expect(await filesBelow(place)).toContain(file);
    expect(new Map(await leaksIn(place, [file])).get(file), file).toContain(token);
  }
  const leaked = relative(home.root, parquet);
  expect(new Map(await leaksIn(home.root, [leaked])).get(leaked)).toEqual(expect.arrayContaining([name, hashed]));
  expect(canariesIn(`stdout: ${certificate}`)).toContain(certificate);
  expect(canariesIn(`**********${certificate.slice(-8)}`)).toEqual([certificate.slice(-8)]);
});

const hashedBy = (algorithm: string, value: string) => createHash(algorithm).update(value).digest("hex").slice(0, 32);
