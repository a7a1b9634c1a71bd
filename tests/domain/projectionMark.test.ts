import { expect, test } from "vitest";
import {
  numberOf,
  type ProjectionMark,
  ProjectionRules,
  projectionMark,
  projectionMarks,
  whenOf,
} from "@/domain/projectionMark";

const about = { scheme: "390", text: "白内障免费手术" };
const of = (mark: ProjectionMark["mark"], when: string, number: string | null = null) =>
  projectionMark(about, mark, when, number);

test("what was typed comes back as it was typed", () => {
  for (const mark of projectionMarks) {
    const [when, number] = mark.endsWith("year") || mark.endsWith("break") ? ["2017", null] : ["2018-03", "1.05"];
    const made = of(mark, when!, number);
    expect([made.mark, whenOf(made), numberOf(made)]).toEqual([mark, when, number]);
  }
});

test("the rules of a scheme: one-offs exact, the newest policy change that the year reaches", () => {
  const rules = new ProjectionRules([
    of("one_off", "2018-03", "-1234.56"),
    of("policy_change", "2017-04", "1.02"),
    of("policy_change", "2018-07", "1.05"),
    of("policy_change", "2019-01", "1.10"),
    of("atypical_year", "2016"),
    of("structural_break", "2017"),
  ]);
  expect(rules.oneOffs.map(({ month, amount }) => [month, amount.toString()])).toEqual([["2018-03", "-1234.56"]]);
  expect(rules.policyChange(2018)).toMatchObject({ from: "2018-07" });
  expect(rules.policyChange(2016)).toBeUndefined();
  expect([rules.isStructuralBreak(2017), rules.isStructuralBreak(2018)]).toEqual([true, false]);
  const years = [2015, 2016, 2017].map((year) => ({ year, months: [] }));
  expect(rules.markYears(years).map(({ atypical }) => atypical)).toEqual([undefined, true, true]);
});
