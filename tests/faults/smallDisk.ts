import { execFileSync } from "node:child_process";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { openInstallation } from "@/db/open";
import { PlainError } from "@/domain/errors";
import { discard, leftovers, roomToRead, sweep } from "@/etl/index";
import { programFolder } from "../setup/server";
import { Bureau } from "./bureau";

/**
 * Run on a disk of its own (first argument), which is made too small for a load in several ways (second argument: how
 * many): too small to begin, then with room for ever more of it. Prints how each try ended, and whether the last one,
 * with space, went well.
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
  id: `R${100_000 + index}`,
  visit: "V",
  person: `P${index % 50}`,
  settled: `2018-06-${String((index % 30) + 1).padStart(2, "0")}`,
  fee: "1000.01",
  pool: "997.07",
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
const room = roomToRead((await stat(file)).size) / 1024 + 8;
for (let turn = 0; turn <= Number(tries); turn += 1) {
  resize(usedKilobytes() + (turn === 0 ? room / 2 : room + ((needed - room) * turn) / (Number(tries) + 1)));
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
