import { afterAll, beforeAll, expect, test } from "vitest";
import { enterHead, enterIndicator, submitAssessment, withdrawAssessment } from "@/assessments/index";
import type { IndicatorPatch } from "@/domain/assessment";
import { plainText } from "@/messages/plainText";
import { County } from "./county";

/** Several people at one assessment, on a real database: nothing is lost, nothing is written over unseen. */

let county: County;
let id: string;
beforeAll(async () => {
  county = await County.open();
  id = await county.create();
});
afterAll(() => county.close());

const enter = (seen: number, code: string, values: IndicatorPatch, who = "待遇科 王") =>
  enterIndicator(county.installation, { id, seen, code, values, ...county.by(who) });

const entryOf = async (code: string) => (await county.view(id)).assessment.entries.find((entry) => entry.code === code);

const number = (value: string): IndicatorPatch => ({ actual: { kind: "number", value } });

test("of two who change the same value at once one is told, and is told when one saw an old page", async () => {
  const { revision: seen } = (await county.view(id)).assessment;
  const outcomes = await Promise.allSettled(
    Array.from({ length: 8 }, (_, at) => enter(seen, "satisfaction", number(`0.9${at}`), `科员${at}`)),
  );
  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  expect(refused).toHaveLength(7);
  expect(refused.every(({ reason }) => reason.code === "P-201")).toBe(true);
  expect(plainText("P-201")).toContain("别人改过这一项");
  await expect(enter(seen, "satisfaction", number("0.5"))).rejects.toMatchObject({ code: "P-201" });
});

test("twenty who change different things at once all get theirs entered, each with a number of its own", async () => {
  const { revision: seen } = (await county.view(id)).assessment;
  const codes = ["hardship_enrolment_rate", "aid_coverage", "direct_settlement_rate", "enrolment_rate"];
  const names = ["target", "reason", "overrideReason", "actualText", "applies"] as const;
  const written = await Promise.all(
    codes.flatMap((code) =>
      names.map((name) => enter(seen, code, { [name]: name === "applies" ? false : name === "target" ? "1" : name })),
    ),
  );
  expect([...written].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => seen + 1 + at));
  for (const code of codes) {
    expect(await entryOf(code)).toMatchObject({ target: "1", reason: "reason", actualText: "actualText" });
  }
});

test("a value that is taken back is gone, and the others stay", async () => {
  const { revision } = (await county.view(id)).assessment;
  await enter(revision, "enrolment_rate", { applies: null, overrideReason: null });
  const entry = await entryOf("enrolment_rate");
  expect(entry).toMatchObject({ target: "1", reason: "reason" });
  expect(entry).not.toHaveProperty("applies");
  expect(entry).not.toHaveProperty("overrideReason");
});

test("who submits has seen everything: any change since refuses it", async () => {
  const { revision: seen } = (await county.view(id)).assessment;
  await enterHead(county.installation, {
    id,
    seen,
    values: { goal: { expected: "甲", achieved: "乙" } },
    ...county.by(),
  });
  const request = { id, seen, dataVersion: null, ...county.by() };
  await expect(submitAssessment(county.installation, request)).rejects.toMatchObject({ code: "P-201" });
});

test("one of two that create the same at once is refused, unless the first was withdrawn", async () => {
  const project = { project: "医疗救助补助" };
  const first = await county.create("project_expenditure", 2018, project);
  await expect(county.create("project_expenditure", 2018, project)).rejects.toMatchObject({ code: "P-112" });
  const { revision: seen } = (await county.view(first)).assessment;
  await withdrawAssessment(county.installation, { id: first, seen, ...county.by() });
  await expect(county.view(first)).rejects.toMatchObject({ code: "P-101" });
  await county.create("project_expenditure", 2018, project);
  await expect(county.create("project_expenditure", 1999)).rejects.toMatchObject({ code: "P-111" });
  await expect(county.create("no_such_rubric")).rejects.toMatchObject({ code: "P-111" });
});

test.each<[string, string, IndicatorPatch, string]>([
  ["a code of another rubric", "nonsense", { reason: "甲" }, "P-103"],
  ["a target that is no number", "satisfaction", { target: "九成" }, "P-104"],
  ["an exponent", "satisfaction", { target: "9e9" }, "P-104"],
  ["an execution rate by hand", "budget_execution", number("1"), "P-105"],
  ["a self score where the rule gives it", "satisfaction", { scores: { self: "10" } }, "P-106"],
  ["more marks than full", "satisfaction", { scores: { review: "10.01" } }, "R-206"],
  ["a yes where a number is scored", "satisfaction", { actual: { kind: "yes_no", reached: true } }, "R-201"],
  ["a text that no database keeps", "satisfaction", { reason: "甲\u0000乙" }, "P-107"],
])("%s is refused by %s", async (_, code, values, error) => {
  const before = await county.view(id);
  await expect(enter(before.assessment.revision, code, values)).rejects.toMatchObject({ code: error });
  expect(await county.view(id)).toEqual(before);
});

test("amounts that are none and sources named twice are refused", async () => {
  const row = { source: "this_year", opening: "1", adjusted: "1", executed: "1" } as const;
  const enterRows = async (...rows: (typeof row | { [Name in keyof typeof row]: (typeof row)[Name] })[]) => {
    const { revision: seen } = (await county.view(id)).assessment;
    const values = { budget: { rows, base: "with_carried_over" } } as const;
    return enterHead(county.installation, { id, seen, values, ...county.by() });
  };
  await expect(enterRows({ ...row, executed: "-1" as "1" })).rejects.toMatchObject({ code: "P-108" });
  await expect(enterRows(row, row)).rejects.toMatchObject({ code: "P-109" });
});
