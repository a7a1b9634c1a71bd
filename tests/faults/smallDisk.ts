import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { openInstallation } from "@/db/open";
import { PlainError } from "@/domain/errors";
import { discard, leftovers, sweep } from "@/etl/index";
import { programFolder } from "../setup/server";
import { Bureau } from "./bureau";

/**
 * Run on a disk of its own (first argument), which is made too small for a load in several ways (second argument: how
 * many): just too small for the whole, and ever smaller. Prints how each try ended, and whether the last one, with
 * space, went well.
 */
const [disk = "", tries = "3"] = process.argv.slice(2);
const resize = (kilobytes: number) =>
  execFileSync("mount", ["-o", `remount,size=${Math.ceil(kilobytes)}k`, disk], { stdio: "ignore" });
const usedKilobytes = () =>
  Number(execFileSync("df", ["--output=used", "--block-size=1k", disk], { encoding: "utf8" }).split("\n")[1]);

const environment = { DATABASE_URL: process.env.DATABASE_URL!, YIZHANG_HOME: join(disk, "home") };
const bureau = await Bureau.open(await openInstallation(environment, programFolder), environment);
await bureau.load(await bureau.months(["2018-01"], "1.00"));
const before = await bureau.published();
const rows = Array.from({ length: 60_000 }, (_, index) => ({
  id: `R${index * 7919}`,
  person: `P${index * 104_729}`,
  settled: `2018-06-${String((index % 30) + 1).padStart(2, "0")}`,
  fee: `${1000 + index}.${index % 10}1`,
  pool: `${index % 997}.${index % 10}7`,
}));
// Compressed, so that there is room to begin: the disk fills up on the way.
const extract = await bureau.extract(rows);
const file = `${extract}.gz`;
await writeFile(file, gzipSync(await readFile(extract)));

const empty = usedKilobytes();
const submission = await bureau.submit(file);
const needed = usedKilobytes() - empty;
await discard(bureau.installation, submission.loadId);
await sweep(bureau.installation);

const failures: string[] = [];
for (let turn = 1; turn <= Number(tries); turn += 1) {
  resize(usedKilobytes() + (needed * turn) / (Number(tries) + 1));
  const outcome = await bureau.load(file).then(
    () => "loaded",
    (error: unknown) => (error instanceof PlainError ? error.code : String(error)),
  );
  const now = await bureau.published();
  if (JSON.stringify(now) !== JSON.stringify(before))
    throw new Error(`published after ${outcome}: ${JSON.stringify(now)}`);
  failures.push(outcome);
  await sweep(bureau.installation);
  const left = await leftovers(bureau.installation);
  if (left?.length !== 0) throw new Error(`left behind: ${left}`);
}
resize(65_536);
await bureau.load(file);
const succeeded = (await bureau.published()).version === before.version + 1;
await bureau.close();
process.stdout.write(JSON.stringify({ failures, succeeded }));
