import { afterAll, beforeAll, expect, test } from "vitest";
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
