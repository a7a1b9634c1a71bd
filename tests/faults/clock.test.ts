import { afterAll, beforeAll, expect, test } from "vitest";
import { changeSetting } from "@/db/queries/changeSetting";
import { listSettings } from "@/db/queries/listSettings";
import { discard, publish, restore } from "@/etl/index";
import { temporaryInstallation } from "../setup/installation";
import { publishedMonths } from "../setup/publishedMonths";
import { Bureau } from "./bureau";

let bureau: Bureau;
beforeAll(async () => {
  const installation = await temporaryInstallation();
  bureau = await Bureau.open(installation, installation.environment);
  await bureau.load(await bureau.months(["2018-01"], "1.00"), new Date("2018-07-05T09:00:00+08:00"));
});
afterAll(() => bureau.close());

/** What the computer takes the time for, one after the other: a day back, a year on, the end of 32 bits, a leap day. */
const clocks = [
  "2018-07-04T09:00:00+08:00",
  "2019-07-05T09:00:00+08:00",
  "2038-01-19T03:14:08Z",
  "2020-02-29T23:59:59+08:00",
  "2018-07-06T00:00:00+08:00",
  "1970-01-01T00:00:00Z",
];

for (const [index, clock] of clocks.entries()) {
  test(`at ${clock}: load, correct, discard, restore, set; numbers of versions rise, the newest stands`, async () => {
    const { installation } = bureau;
    const now = new Date(clock);
    const earlier = new Date(now.getTime() - 86_400_000);
    const before = await bureau.published();
    const pool = `${index + 2}.00`;

    // The clock falls back between the check and the consent.
    const corrected = await bureau.submit(await bureau.months(["2018-01"], pool), now);
    await publish(installation, corrected.loadId, earlier);
    expect(await bureau.published()).toEqual({ version: before.version + 1, months: { "2018-01": pool } });

    const second = await bureau.submit(await bureau.months(["2018-02"], pool), now);
    await discard(installation, second.loadId);

    const { dataVersion } = await restore(installation, 1, earlier);
    expect(dataVersion).toBe(before.version + 2);
    expect(await bureau.published()).toEqual({ version: dataVersion, months: { "2018-01": "1.00" } });
    // What was published stays readable as it was.
    expect(await publishedMonths(installation, before.version)).toEqual(before.months);

    const basis = index % 2 === 0 ? "annual_quota" : "pooled_fund";
    const isSet = await changeSetting(installation.database, {
      ...{ region: "361031", kind: "available_fund_basis", key: "390/2018", seen: index, value: { basis } },
      ...{ enteredAt: now, enteredBy: "基金科 王", reason: clock },
    });
    expect(isSet).toBe(true);
    const [inForce] = await listSettings(installation.database, "361031");
    expect(inForce!.value).toEqual({ basis });
  });
}
