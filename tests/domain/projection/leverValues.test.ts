import { expect, test } from "vitest";
import { isLeverValue, type LeverCell, namedLevers } from "@/domain/projection/leverValues";

const ahead = ["2018-07", "2018-08", "2018-09", "2018-10", "2018-11", "2018-12"];
const cell = (tier: string, visitClass: string): LeverCell => ({ key: `${tier} ${visitClass}`, tier, visitClass });
const cells = [
  ...["township", "county", "city", "provincial_plus", "unclassified"].map((tier) => cell(tier, "inpatient")),
  cell("county", "outpatient"),
];

test("a value is a number within its bounds with two decimals at most, or a month to come", () => {
  for (const text of ["-5", "+12.25", "0", "500", "-100"])
    expect([text, isLeverValue("fee", text, ahead)]).toEqual([text, true]);
  for (const text of ["", "five", "1e2", "-100.01", "501", "1.234", "1,5", " 5"])
    expect([text, isLeverValue("fee", text, ahead)]).toEqual([text, false]);
  expect(isLeverValue("in_county", "-1", ahead)).toBe(false);
  expect([isLeverValue("from", "2018-07", ahead), isLeverValue("from", "2018-06", ahead)]).toEqual([true, false]);
});

test("cases, fee and rate touch inpatients, policy touches everything, a campaign is money of one month", () => {
  const levers = namedLevers(
    {
      ...{ cases_county: "-10", in_county: "20", fee: "-5", rate: "2", policy: "3", policy_from: "2018-10" },
      ...{ campaign: "-50", campaign_month: "2018-09", from: "2018-08" },
    },
    cells,
    ahead,
  );
  const inpatients = cells.slice(0, 5).map(({ key }) => key);
  expect(levers.map(({ name, lever }) => [name, JSON.parse(JSON.stringify(lever))])).toEqual([
    ["cases_county", { kind: "cases", cells: ["county inpatient"], change: "-0.1", from: "2018-08" }],
    [
      "in_county",
      {
        kind: "treated_elsewhere",
        cells: ["city inpatient", "provincial_plus inpatient"],
        to: ["township inpatient", "county inpatient"],
        share: "0.2",
        from: "2018-08",
      },
    ],
    ["fee", { kind: "fee_per_case", cells: inpatients, change: "-0.05", from: "2018-08" }],
    ["rate", { kind: "rate", cells: inpatients, points: "0.02", from: "2018-08" }],
    ["policy", { kind: "policy", cells: cells.map(({ key }) => key), factor: "1.03", from: "2018-10" }],
    ["campaign", { kind: "campaign", amount: "-500000", month: "2018-09" }],
  ]);
});

test("without a month levers begin with the first month to come; zero and months alone pull nothing", () => {
  const [only] = namedLevers({ fee: "+5" }, cells, ahead);
  expect(only!.lever).toMatchObject({ from: "2018-07" });
  expect(namedLevers({ fee: "0", from: "2018-09", campaign_month: "2018-10" }, cells, ahead)).toEqual([]);
});
