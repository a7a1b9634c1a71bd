import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryInstallation } from "../setup/installation";
import { Bureau } from "./bureau";

let bureau: Bureau;
beforeAll(async () => {
  const installation = await temporaryInstallation();
  bureau = await Bureau.open(installation, installation.environment);
});
afterAll(() => bureau.close());

test("a file sent five times moves the version once, and nothing is counted twice", async () => {
  const months = ["2018-01", "2018-02", "2018-03"];
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
  expect((await bureau.published()).months).toEqual({ "2018-01": "1.00", "2018-02": "2.00", "2018-03": "3.00" });
});
