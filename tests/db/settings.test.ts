import { afterAll, beforeAll, expect, test } from "vitest";
import { changeSetting } from "@/db/queries/changeSetting";
import { demoRegion, enterDemoRegion } from "@/db/queries/demoRegion";
import { listSettingChanges } from "@/db/queries/listSettingChanges";
import { listSettings } from "@/db/queries/listSettings";
import { policyParameterOn } from "@/db/queries/policyParameterOn";
import type { AvailableFundBasis } from "@/domain/availableFundBasis";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";

/** Settings are dated rows on a real PostgreSQL: nothing is overwritten, and nobody overwrites unseen. */

let installation: TemporaryInstallation;
beforeAll(async () => {
  installation = await temporaryInstallation();
});
afterAll(() => installation.close());

const setBasis = (seen: number, basis: AvailableFundBasis | null, region = "361029") =>
  changeSetting(installation.database, {
    ...{ region, kind: "available_fund_basis", key: "390/2018", seen, value: basis && { basis } },
    ...{ enteredAt: new Date("2018-07-05T09:00:00+08:00"), enteredBy: "基金科 王", reason: "市级统筹" },
  });

const basisInForce = async (region = "361029") =>
  (await listSettings(installation.database, region)).map(({ value }) => value);

test("each change is a row of its own: the newest is in force, a withdrawn setting is not", async () => {
  expect(await setBasis(0, "annual_quota")).toBe(true);
  expect(await setBasis(1, "pooled_fund_and_surplus")).toBe(true);
  expect(await basisInForce()).toEqual([{ basis: "pooled_fund_and_surplus" }]);
  expect(await setBasis(2, null)).toBe(true);
  expect(await basisInForce()).toEqual([]);
  const changes = await listSettingChanges(installation.database, "361029");
  expect(changes.map(({ revision, value }) => [revision, value])).toEqual([
    [3, null],
    [2, { basis: "pooled_fund_and_surplus" }],
    [1, { basis: "annual_quota" }],
  ]);
  expect(changes[0]).toMatchObject({
    enteredAt: "2018-07-05 09:00:00+08",
    enteredBy: "基金科 王",
    reason: "市级统筹",
  });
});

test("who has not seen the newest change enters nothing", async () => {
  expect(await setBasis(2, "annual_quota")).toBe(false);
  expect(await setBasis(9, "annual_quota")).toBe(false);
  expect(await basisInForce()).toEqual([]);
});

test("of twenty who saw the same, one is first", async () => {
  const entered = await Promise.all(Array.from({ length: 20 }, () => setBasis(0, "annual_quota", "361030")));
  expect(entered.filter(Boolean)).toHaveLength(1);
  expect(await basisInForce("361030")).toHaveLength(1);
});

test("the demo county's line of 90% holds from 2016-01 to 2020-12 and is not confirmed", async () => {
  const line = (month: string) =>
    policyParameterOn(installation.database, demoRegion, "comprehensive_reimbursement_line", month);
  await enterDemoRegion(installation.database);
  await enterDemoRegion(installation.database);
  expect(await line("2018-06")).toEqual({
    ...{ id: "comprehensive_reimbursement_line", value: "0.9", documentNumber: null },
    ...{ validFrom: "2016-01", validTo: "2020-12", region: demoRegion, confirmed: false },
  });
  expect(await line("2015-12")).toBeNull();
  expect(await line("2021-01")).toBeNull();
  const others = await policyParameterOn(
    installation.database,
    "361029",
    "comprehensive_reimbursement_line",
    "2018-06",
  );
  expect(others).toBeNull();
});
