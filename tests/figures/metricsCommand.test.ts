import { afterAll, beforeAll, expect, test } from "vitest";
import { metrics } from "@/cli/metrics";
import { changeSetting } from "@/db/queries/changeSetting";
import { type TemporaryInstallation, temporaryInstallation } from "@/tests/setup/installation";
import { openWriter, person, publishFiles, region, settlement, writeFacts } from "./fixtureCounty";

let installation: TemporaryInstallation;

beforeAll(async () => {
  installation = await temporaryInstallation();
  const warehouse = await openWriter(installation);
  const files = await writeFacts(warehouse, installation.home.warehouseFolder, {
    fct_settlements: [
      settlement({ month: "2017-01", tier: "county", total_fee_amount: "80.00", pool_pay_amount: "50.00" }),
      settlement({
        month: "2018-01",
        tier: "county",
        total_fee_amount: "100.00",
        pool_pay_amount: "60.00",
        person_key: person(1),
      }),
      settlement({
        month: "2018-01",
        tier: "county",
        total_fee_amount: "50.01",
        pool_pay_amount: "40.00",
        person_key: person(1),
      }),
      settlement({
        month: "2018-01",
        tier: "township",
        total_fee_amount: "20.00",
        pool_pay_amount: "10.00",
        person_key: person(2),
      }),
    ],
  });
  warehouse.close();
  await publishFiles(installation, 1, files);
});

afterAll(() => installation.close());

async function run(text: string): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const code = await metrics.run(text.split(" "), {
    installation: async () => installation,
    now: () => new Date(0),
    print: (line) => lines.push(line),
    warn: () => undefined,
  });
  return { code, lines };
}

const base = `--region ${region} --period 2018-01`;

test("one JSON object: keys, exact amounts, ratios of six digits, reasons, comparison", async () => {
  const { code, lines } = await run(
    `${base} --by tier --metrics cases,persons,pool_pay_amount,fee_per_case,burn_rate --compare same-period --json`,
  );
  expect(code).toBe(0);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!)).toEqual({
    data_version: 1,
    region,
    scheme: "390",
    period: "2018-01",
    basis: "pooled_fund",
    by: ["tier"],
    rows: [
      {
        key: { tier: "township" },
        values: { cases: "1", persons: "1", pool_pay_amount: "10.00", fee_per_case: "20.000000", burn_rate: null },
        reasons: { burn_rate: "no_funding_plan" },
        compare: {
          period: "2017-01",
          values: { cases: "0", persons: "0", pool_pay_amount: "0.00", fee_per_case: null, burn_rate: null },
          change: { cases: "1", persons: "1", pool_pay_amount: "10.00", fee_per_case: null, burn_rate: null },
          growth: { cases: null, persons: null, pool_pay_amount: null, fee_per_case: null, burn_rate: null },
          reasons: {
            cases: "divided_by_zero",
            persons: "divided_by_zero",
            pool_pay_amount: "divided_by_zero",
            fee_per_case: "divided_by_zero",
            burn_rate: "no_funding_plan",
          },
        },
      },
      {
        key: { tier: "county" },
        values: { cases: "2", persons: "1", pool_pay_amount: "100.00", fee_per_case: "75.005000", burn_rate: null },
        reasons: { burn_rate: "no_funding_plan" },
        compare: {
          period: "2017-01",
          values: { cases: "1", persons: "1", pool_pay_amount: "50.00", fee_per_case: "80.000000", burn_rate: null },
          change: { cases: "1", persons: "0", pool_pay_amount: "50.00", fee_per_case: "-4.995000", burn_rate: null },
          growth: {
            cases: "1.000000",
            persons: "0.000000",
            pool_pay_amount: "1.000000",
            fee_per_case: "-0.062438",
            burn_rate: null,
          },
          reasons: { burn_rate: "no_funding_plan" },
        },
      },
    ],
    total: {
      values: { cases: "3", persons: "2", pool_pay_amount: "110.00", fee_per_case: "56.670000", burn_rate: null },
      reasons: { burn_rate: "no_funding_plan" },
      compare: expect.objectContaining({ change: expect.objectContaining({ pool_pay_amount: "60.00" }) }),
    },
    missing_months: [],
  });
});

test("filters keep members; without --metrics every metric that the cut knows; lines for people", async () => {
  const { lines } = await run(`${base} --by tier --where tier=county --json`);
  const data = JSON.parse(lines[0]!);
  expect(data.rows).toHaveLength(1);
  expect(data.rows[0].values.cases).toBe("2");
  expect("available_fund_amount" in data.rows[0].values).toBe(false);
  expect("available_fund_amount" in JSON.parse((await run(`${base} --json`)).lines[0]!).total.values).toBe(true);
  const { lines: text } = await run(`${base} --metrics cases`);
  expect(text.at(-1)).toBe("合计\tcases 3");
});

test("the basis is the one asked for, else the one set for the year, and the answer names it", async () => {
  const asked = async (rest: string) => {
    const { lines } = await run(`${base} --metrics available_fund_amount --json ${rest}`.trim());
    const { basis, total } = JSON.parse(lines[0]!);
    return [basis, total.reasons.available_fund_amount];
  };
  expect(await asked("")).toEqual(["pooled_fund", "no_funding_plan"]);
  expect(await asked("--basis annual_quota")).toEqual(["annual_quota", "no_annual_quota"]);
  await changeSetting(installation.database, {
    ...{ region, kind: "available_fund_basis", key: "390/2018", seen: 0, value: { basis: "annual_quota" } },
    ...{ enteredAt: new Date("2018-07-05T09:00:00+08:00"), enteredBy: "基金科", reason: "市级统筹" },
  });
  expect(await asked("")).toEqual(["annual_quota", "no_annual_quota"]);
  expect(await asked("--basis pooled_fund")).toEqual(["pooled_fund", "no_funding_plan"]);
});

test.each([
  ["--period 2018-01", "Q-105"],
  [`--region ${region} --period 2018-13`, "Q-106"],
  [`${base} --by colour`, "Q-107"],
  [`${base} --where tier`, "Q-108"],
  [`${base} --as-of last`, "Q-109"],
  [`${base} --basis city`, "Q-115"],
  [`${base} --as-of 7`, "Q-102"],
  [`${base} --metrics wealth`, "Q-104"],
])("%s is refused with %s", async (text, code) => {
  await expect(run(text)).rejects.toMatchObject({ code, outcome: "refused" });
});
