import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publish, submit } from "@/etl/index";
import { settlement } from "../etl/readingSetup";
import { sheetOf, xlsx } from "../etl/workbookFiles";
import { temporaryInstallation } from "../setup/installation";
import { Bureau, times } from "./bureau";

let bureau: Bureau;
beforeAll(async () => {
  const installation = await temporaryInstallation();
  bureau = await Bureau.open(installation, installation.environment);
});
afterAll(() => bureau.close());

test("a file sent five times moves the version once, and nothing is counted twice", async () => {
  const months = Array.from({ length: times(12, 3) }, (_, month) => `2018-${String(month + 1).padStart(2, "0")}`);
  for (const [index, month] of months.entries()) {
    const file = await bureau.months([month], `${index + 1}.00`);
    const first = await bureau.load(file);
    const published = await bureau.published();
    expect([first.unchanged, published.version]).toEqual([false, index + 1]);
    for (let turn = 0; turn < 4; turn += 1) {
      const again = await bureau.load(file);
      expect([again.unchanged, again.loadId, again.dataVersion]).toEqual([true, first.loadId, index + 1]);
      expect(await bureau.published()).toEqual(published);
    }
  }
  const once = Object.fromEntries(months.map((month, index) => [month, `${index + 1}.00`]));
  expect((await bureau.published()).months).toEqual(once);
});

test("another sheet of the same file is another content", async () => {
  const { installation } = bureau;
  const row = (fee: string) => ({
    ...settlement,
    SETL_ID: "SHEET1",
    SETL_TIME: "2019-06-05 10:00:00",
    MEDFEE_SUMAMT: fee,
  });
  const file = join(bureau.folder, "sheets.xlsx");
  await writeFile(file, await xlsx([sheetOf([row("2000.00")], "原始"), sheetOf([row("3000.00")], "更正")]));
  const load = async (sheet: string) => {
    const now = new Date("2019-07-05T08:00:00+08:00");
    const request = {
      files: [file],
      region: "361031",
      scheme: "390",
      period: null,
      kind: null,
      profile: null,
      sheet,
      now,
    };
    const submission = await submit(installation, request);
    expect([sheet, submission.state]).toEqual([sheet, submission.unchanged ? "published" : "ready"]);
    if (!submission.unchanged) await publish(installation, submission.loadId, now);
    return submission.unchanged;
  };
  expect([await load("原始"), await load("更正"), await load("更正"), await load("原始")]).toEqual([
    false,
    false,
    true,
    false,
  ]);
});
