import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { project } from "@/cli/project";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yizhang-series-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(content: string | Buffer, rest: readonly string[] = ["--json"]) {
  const path = join(folder, "series.csv");
  await writeFile(path, content);
  const lines: string[] = [];
  const code = await project.run(["--series", path, ...rest], {
    installation: () => Promise.reject(new Error("a file of series needs no installation")),
    now: () => new Date(0),
    print: (line) => lines.push(line),
    warn: () => undefined,
  });
  expect(code).toBe(0);
  return lines.join("\n");
}
const months = Array.from(
  { length: 27 },
  (_, i) => `${2016 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
);
const csv = (id: string) => months.map((month, index) => `${id},${month},${200 + (index % 5)}`).join("\n");
const header = "series_id,period,value\n";
const refused = (content: string | Buffer, rest?: string[]) => expect(run(content, rest)).rejects;

test("one array, an object for each series and 1 and 3 months of the file's last year", async () => {
  const rows = JSON.parse(await run(`${header}${csv("a")}\n${csv("b")}\nc,2017-01,5\n`));
  expect(rows.map(({ series_id, k, reason }: Record<string, unknown>) => [series_id, k, reason])).toEqual([
    ["a", 1, undefined],
    ["a", 3, undefined],
    ["b", 1, undefined],
    ["b", 3, undefined],
    ["c", null, "no_month_of_the_year"],
  ]);
  expect(Object.keys(rows[1])).toEqual(
    "series_id year n_history_years k ytd projection low_80 high_80 sigma methods".split(" "),
  );
  expect(rows[1]).toMatchObject({ year: 2018, n_history_years: 2, ytd: 605 });
  expect(rows[1].methods.blend).toBe(rows[1].projection);
});

test("a byte order mark, quotes, CRLF, GB18030, semicolons, columns in any order: the same", async () => {
  const plain = await run(header + csv("甲"));
  const quoted = `\ufeff"series_id","period","value"\r\n${csv('"甲"').replaceAll("\n", "\r\n")}\r\n`;
  expect(await run(quoted)).toBe(plain);
  expect(await run((header + csv("甲")).replaceAll(",", ";"))).toBe(plain);
  const moved = months.map((month, index) => `${200 + (index % 5)},x,${month},甲`).join("\n");
  expect(await run(`Value,note,PERIOD,series_id\n${moved}\n`)).toBe(plain);
  const gb = Buffer.concat([
    Buffer.from(header),
    ...csv("甲")
      .split("\n")
      .map((line) => Buffer.concat([Buffer.from([0xbc, 0xd7]), Buffer.from(`${line.slice(1)}\n`)])),
  ]);
  expect(await run(gb)).toBe(plain);
});

test("a series with a thousands separator is refused by its row, and those beside it are not", async () => {
  const out = await run(`${header}a,2018-01,1,500\n${csv("b")}\n`, []);
  expect(out).toMatch(/^a\t2018\t—（列数与表头不同，第2行）$/m);
  expect(out).toMatch(/^b\t2018\t已知3个月\t全年 \d+\.\d\d\t80%区间/m);
});

test("a file that cannot be read is refused by a code that says what to do", async () => {
  await refused("").toMatchObject({ code: "L-101" });
  await refused(header).toMatchObject({ code: "Q-120" });
  await refused("a,b,c\n1,2,3\n").toMatchObject({ code: "Q-118", details: { missing: "series_id period value" } });
  await refused(`${header},2018-01,5\n`).toMatchObject({ code: "Q-119", details: { row: 2 } });
  await refused(`${header}"a,2018-01,5\n`).toMatchObject({ code: "L-205" });
  await refused(Buffer.from([0, 1, 2, 3, 255, 254, 0, 0])).toMatchObject({ code: "L-201" });
  await refused(header + csv("a"), ["--year", "2021"]).toMatchObject({ code: "Q-125", details: { last: 2018 } });
  await refused(header + csv("a"), ["--region", "361031"]).toMatchObject({ code: "Q-124" });
});
