import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TemporaryInstallation, temporaryInstallation } from "@/tests/setup/installation";
import { yizhang } from "./runProgram";

let installation: TemporaryInstallation;
let folder: string;
beforeAll(async () => {
  installation = await temporaryInstallation();
  folder = installation.home.root;
});
afterAll(() => installation.close());

const rubric = (...commandArguments: string[]) => yizhang(["rubric", ...commandArguments], installation.environment);

test("validate opens nothing: a right file is named, a wrong one has every fault with its line", async () => {
  const file = join(folder, "bad.yaml");
  const right = "rubrics/definitions/project_expenditure.yaml";
  const text = (await readFile(right, "utf8")).replace("marks: 100", "marks: 90").replace("payable_months }", "none }");
  await writeFile(file, text);
  const nowhere = { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" };
  const [good, bad] = await Promise.all(
    [right, file].map((path) => yizhang(["rubric", "validate", path, "--json"], nowhere)),
  );
  expect([good!.code, JSON.parse(good!.out)]).toEqual([
    0,
    {
      valid: true,
      rubric: { id: "project_expenditure", version: 1, title: "城乡居民医保补助项目支出绩效自评（10/50/30/10）" },
      faults: [],
    },
  ]);
  const { valid, faults } = JSON.parse(bad!.out);
  expect([bad!.code, valid, faults.map(({ code, line }: { code: string; line: number }) => [code, line])]).toEqual([
    ...[2, false],
    [
      ["R-103", 10],
      ["R-107", text.slice(0, text.indexOf("metric: none")).split("\n").length],
    ],
  ]);
});

test("export, change, import: the next version, attributed, is the newest from then on", async () => {
  const file = join(folder, "campaign.yaml");
  expect((await rubric("export", "enrolment_campaign", "--out", file)).code).toBe(0);
  await writeFile(file, (await readFile(file, "utf8")).replace(/^title: .*$/m, "title: 本县参保征缴"));
  const saved = await rubric("import", file, "--by", "参保科 李", "--reason", "按市局方案", "--json");
  expect([saved.code, JSON.parse(saved.out)]).toMatchObject([
    0,
    { id: "enrolment_campaign", version: 2, title: "本县参保征缴", saved: true },
  ]);
  const [shown, listed, unknown] = await Promise.all([
    rubric("show", "enrolment_campaign"),
    rubric("list", "--year", "2022", "--json"),
    rubric("show", "enrolment_campaign", "--version", "9"),
  ]);
  expect(shown.out.split("\n")[0]).toContain("enrolment_campaign  v2  2016—");
  expect(JSON.parse(listed.out).filter(({ id }: { id: string }) => id === "enrolment_campaign")).toMatchObject([
    { version: 2 },
  ]);
  expect([unknown.code, unknown.err.slice(0, 5)]).toEqual([2, "R-125"]);
});
