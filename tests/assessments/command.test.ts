import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assess } from "@/cli/assess";
import { County, region } from "./county";

/** `yizhang assess …`, on a real county. */

let county: County;
beforeAll(async () => {
  county = await County.open();
  await county.publish({ enrolled: 950 });
});
afterAll(() => county.close());

async function run(...commandArguments: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await assess.run(commandArguments, {
    installation: async () => county.installation,
    now: () => new Date("2018-07-05T09:00:00+08:00"),
    print: (line) => void out.push(line),
    warn: (line) => void err.push(line),
  });
  return { code, out, err };
}

const names = ["--project", "居民医保补助", "--department", "财政局", "--unit", "医保局"];
const by = ["--by", "王", "--reason", "自评"];

test("created, listed, shown, scored, exported, refused for what is missing, withdrawn", async () => {
  const place = ["--region", region, "--year", "2017", "--rubric", "project_expenditure"];
  const created = JSON.parse((await run("create", ...place, ...names, ...by, "--json")).out.join());
  expect(created).toEqual({ id: expect.any(String), created: true });
  const { id } = created;

  const [listed] = JSON.parse((await run("list", "--year", "2017", "--json")).out.join());
  expect(listed).toMatchObject({ id, region, year: 2017, state: "targets_set", data_version: 1, period: "2017" });
  expect((await run("list", "--year", "2016")).out).toEqual([]);

  const shown = JSON.parse((await run("show", id, "--json")).out.join());
  const [, outputs] = shown.sections;
  expect(outputs.indicators[0]).toMatchObject({
    ...{ code: "enrolment_rate", actual: { kind: "number", value: "0.95" }, origin: "metric", full: "8" },
    figure: { metric: "enrolment_rate", period: "2017", data_version: 1, denominator: { metric: "population" } },
    trace: {
      rule: "higher_is_better",
      formula: "target_reached",
      inputs: { full: "8", actual: "0.95", target: "0.95" },
    },
  });
  expect((await run("show", id)).out.at(-1)).toBe("测算得分，以主管部门认定为准");
  // 950 of a task of 1 000.
  expect((await run("score", id)).out.find((line) => line.startsWith("enrolment_completion_rate"))).toBe(
    "enrolment_completion_rate  参保任务完成率  实际值95%低于指标值100%：6 × 95% ÷ 100% = 5.70分  未完成",
  );

  expect((await run("history", id)).out).toEqual(["1  2018-07-05 09:00  王：自评  项目名称、主管部门、实施单位"]);
  expect((await run("history", id, "--indicator", "satisfaction")).out).toEqual([]);

  const out = join(county.installation.home.root, "自评表.xlsx");
  await run("export", id, "--form", "project", "--out", out);
  expect((await readFile(out)).subarray(0, 2).toString()).toBe("PK");
  await run("export", id, "--form", "monitoring", "--out", out);
  await expect(run("export", id, "--form", "transfer", "--out", out)).rejects.toMatchObject({ code: "P-403" });
  await expect(run("export", id, "--form", "letter", "--out", out)).rejects.toMatchObject({ code: "P-402" });

  await expect(run("submit", id, ...by)).rejects.toMatchObject({ code: "P-204" });
  await run("withdraw", id, ...by);
  await expect(run("show", id)).rejects.toMatchObject({ code: "P-101" });
  await expect(run("nonsense")).rejects.toMatchObject({ code: "P-401" });
});
