import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { decimal, roundHalfUp, sum } from "@/domain/money";
import { executionOf } from "@/domain/projectBudget";
import { score } from "@/domain/scoring/score";
import type { IndicatorInput, Points } from "@/domain/scoring/scored";
import { messagesIn } from "@/messages/index";
import { traceText } from "@/messages/traceText";
import { readRubric, rubricFor, shippedRubrics } from "@/rubrics/index";
import { fourGrades, indicator, input, number, one, rubric } from "./build";

/** Tables that bureaus published, worked out again: each difference is explained by a trace. */

type PublishedRow = { name: string; full: number; target: string; actual: string; direction?: string } & {
  published: number;
  expect: string;
};
const read = (file: string) => JSON.parse(readFileSync(`tests/fixtures/${file}`, "utf8"));
const published = read("published-performance-tables.json") as { tables: Record<string, never>[] };
// biome-ignore lint/suspicious/noExplicitAny: each published table has a shape of its own
const table = (id: string): any => published.tables.find((each) => each.id === id)!;
const words = messagesIn("zh-CN");

const printed = ({ low, high }: Points) => {
  expect(low).toBe(high);
  return roundHalfUp(decimal(low), 2).toFixed(2);
};
const asFraction = (text: string) => (text.endsWith("%") ? decimal(text.slice(0, -1)).div(100).toString() : text);

test("94 was printed over rows that add up to 93; worked out it is 99.77, and three met targets are full", () => {
  const { rows, budget, executed, ...said } = table("poor-premium-match-2020");
  const codes = (rows as PublishedRow[]).map((_, at) => `row_${at}`);
  const built = rubric([
    {
      indicators: (rows as PublishedRow[]).map(({ full, direction }, at) =>
        indicator(
          codes[at]!,
          String(full),
          { rule: at === 0 ? "budget_execution" : direction === "<=" ? "lower_is_better" : "higher_is_better" },
          at === 1 ? { unit: "persons" } : {},
        ),
      ),
    },
  ]);
  const inputs = Object.fromEntries(
    (rows as PublishedRow[]).map(({ target, actual }, at): [string, IndicatorInput] => [
      codes[at]!,
      at === 0
        ? input({ kind: "budget", base: "with_carried_over", budget, executed })
        : number(asFraction(actual), asFraction(target)),
    ]),
  );
  const scored = score({ ...built, grades: fourGrades }, inputs);
  const [section] = scored.sections;
  expect(section!.indicators.map(({ points }) => printed(points!))).toEqual(
    (rows as PublishedRow[]).map((row) => row.expect),
  );
  expect([printed(scored.total!), scored.grade]).toEqual([said.expect_total, "优"]);
  expect(said.published_total - sum(rows.map((row: PublishedRow) => decimal(row.published))).toNumber()).toBe(1);
  const [execution, people] = section!.indicators;
  expect(traceText(people!, built.sections[0]!.indicators[1]!, words)).toBe(
    "实际值8,676人低于指标值8,755人：15 × 8,676人 ÷ 8,755人 = 14.86分",
  );
  expect(execution!.attainment?.slice(0, 6)).toBe("0.9910");
});

test("50 000 cases were the target and 110 406 came: 220.8%, far over target, full marks", () => {
  const [row] = table("medical-aid-2024").rows;
  const aid = one({ rule: "higher_is_better" }, number(row.actual, row.target), { unit: "cases" });
  expect(`${roundHalfUp(decimal(aid.attainment!).times(100), 1)}%`).toBe(row.ratio);
  expect([aid.points?.low, aid.flags]).toEqual(["10", ["far_over_target"]]);
  const transfer = rubricFor(shippedRubrics(), "medical_aid_transfer", 2024)!;
  const scored = score(transfer, { aid_cases: number(row.actual, row.target) });
  const [cases] = scored.sections[0]!.indicators;
  expect([scored.total, cases!.points, cases!.flags]).toEqual([null, null, ["far_over_target"]]);
});

test("1709.1 executed is 69.21% of 1337 + 1132.3, and 127.83% of 1337: the base is named, the second contradicts", () => {
  const { budget_this_year, carried_over, executed, expect: rates } = table("capacity-2024");
  const yuan = (wan: string) => decimal(wan).times(10_000).toString();
  const rows = [
    { source: "this_year", opening: "0", adjusted: yuan(budget_this_year), executed: yuan(executed) },
    { source: "carried_over", opening: "0", adjusted: yuan(carried_over), executed: "0" },
  ] as const;
  const rate = (base: "with_carried_over" | "this_year_only") => {
    const known = executionOf({ rows }, base)!;
    const actual = {
      ...({ kind: "budget", base } as const),
      ...{ budget: known.budget.toString(), executed: known.executed.toString() },
    };
    const scored = one({ rule: "budget_execution" }, input(actual));
    const percent = roundHalfUp(decimal(scored.attainment!).times(100), 2);
    return [`${percent}%`, scored.trace?.formula, printed(scored.points!), scored.flags];
  };
  expect(rate("with_carried_over")).toEqual([
    ...[rates.execution_rate_with_carry_over, "share_of_budget", "6.92", ["unmet"]],
  ]);
  expect(rate("this_year_only")).toEqual([
    ...[rates.execution_rate_this_year_only, "share_of_this_year_budget", "10.00", ["contradicts"]],
  ]);
});

test("416 + 73 + 20 + 80 = 589, and 60 + 16 + 12 + 12% of 640; parts that do not add up are refused", () => {
  const standards = table("resident-subsidy-2019").rows.find((row: { parts?: string[] }) => row.parts);
  const file = (target: string, parts: readonly string[]) => `
format: 1
id: standard
version: 1
title: 补助标准
form: transfer
years: { from: 2019 }
source: { document: 公示, confirmed: true }
farOverTarget: 130%
sections:
  - name: 产出
    indicators:
      - code: standard
        name: 补助标准
        group: 数量指标
        scoring: { rule: higher_is_better }
        unit: yuan_per_head
        target: ${target}
        targetParts:
${parts.map((value, at) => `          - { name: 第${at + 1}部分, value: ${value} }`).join("\n")}
        source: { entered: 文件 }
        evidenceRequired: false`;
  expect(readRubric(file(standards.target, standards.parts)).sections[0]!.indicators[0]!.target).toBe("589");
  expect(() => readRubric(file("590", standards.parts))).toThrow("R-109");
  const { rows, example } = table("resident-subsidy-2023");
  const shares = rows[0].shares_pct.map((share: string) => decimal(rows[0].target).times(share).div(100).toString());
  expect(readRubric(file(rows[0].target, shares)).sections[0]!.indicators[0]!.targetParts).toHaveLength(4);
  const own = decimal(shares[3]).times(example.people).div(10_000);
  const all = decimal(rows[0].target).times(example.people).div(10_000);
  expect([own.toString(), all.toString()]).toEqual([example.own_wan, example.total_wan]);
});

test("the campaign of 2021: 90 + 3 with the estimate of 40, 90 to 100 before the bonus, never simply 100", () => {
  const { cases } = read("other-published-figures.json");
  const { inputs, expect: said } = cases.find((each: { id: string }) => each.id === "self-assessment-2021");
  const { facts, sections } = inputs;
  const campaign = rubricFor(shippedRubrics(), "enrolment_campaign", 2021)!;
  expect(campaign.sections.map(({ name, marks }) => [name, marks])).toEqual(
    sections.map(({ name, full }: { name: string; full: number }) => [name, String(full)]),
  );
  const marks = (scores: Record<string, string>) => input({ kind: "marks", scores });
  const known = {
    deployment: marks({ self: "10" }),
    enrolment_rate: number(asFraction(`${facts.enrolment_rate_pct}%`), asFraction(`${facts.target_pct}%`)),
    county_subsidy_in_place_rate: number(asFraction(`${facts.county_match_funds_in_place_pct}%`)),
    online_payment_rate: number(asFraction(`${facts.online_payment_rate_pct}%`)),
    cooperation: marks({ self: "10" }),
    criticism: input({ kind: "findings", counts: {} }),
    bonus: marks({ self: "3" }),
  };
  const both = score(campaign, { ...known, superior_assessment: marks({ self: "50", estimate: "40" }) });
  expect([both.base, both.scaled, both.bonus]).toEqual([
    { low: String(said.base_with_estimate), high: String(said.base_as_claimed) },
    { low: "90", high: "100" },
    { low: String(said.bonus), high: "3" },
  ]);
  expect(both.total).toEqual({ low: "93", high: "100" });
  const superior = both.sections[3]!.indicators[0]!;
  expect([superior.points, superior.flags]).toEqual([{ low: "40", high: "50" }, ["pending", "contradicts"]]);
  expect(both.sections.map(({ points }) => points?.low)).toEqual(["10", "25", "10", "40", "5", "3"]);
  const reviewed = score(campaign, { ...known, superior_assessment: marks({ self: "50", review: "40" }) });
  expect([reviewed.scaled?.high, reviewed.total]).toEqual(["90", { low: "93", high: "93" }]);
});
