import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { hasPoints } from "@/domain/rubric";
import { readRubric, rubricFor, rubricVersion, shippedRubrics, withShipped, writeRubric } from "@/rubrics/index";
import { shippedText } from "@/scripts/generateRubrics";

test("shipped.gen.ts is what generate:rubrics writes", () => {
  expect(readFileSync("rubrics/shipped.gen.ts", "utf8")).toBe(shippedText());
});

test("every file is named after its rubric, and what is written again is read as the same rubric", () => {
  const files = readdirSync("rubrics/definitions").map((file) => file.replace(/\.yaml$/, ""));
  expect(shippedRubrics().map(({ id }) => id)).toEqual(files.sort());
  for (const rubric of shippedRubrics()) expect(readRubric(writeRubric(rubric))).toEqual(rubric);
});

test("the example of docs/performance.md is a rubric", () => {
  const [, example] = /```yaml\n([\s\S]*?)```/.exec(readFileSync("docs/performance.md", "utf8"))!;
  expect(readRubric(example!)).toMatchObject({ id: "project_expenditure", marks: "100" });
});

test("the frames: 10/50/30/10, 10/20/40/20/10, 10 + 25 + 10 + 50 + 5 and a bonus of 5, 120 converted to 100", () => {
  const frame = (id: string) =>
    rubricFor(shippedRubrics(), id, 2024)!
      .sections.map(({ marks }) => marks)
      .join("/");
  expect(
    ["project_expenditure", "project_expenditure_with_cost", "enrolment_campaign", "institution_check"].map(frame),
  ).toEqual(["10/50/30/10", "10/20/40/20/10", "10/25/10/50/5/5", "30/50/30/10"]);
  const transfers = shippedRubrics().filter(({ form }) => !hasPoints(form));
  expect(transfers.map(({ id }) => id)).toEqual([
    "medical_aid_transfer",
    "resident_insurance_transfer",
    "service_capacity_transfer",
  ]);
});

test("what no law was read for is marked so", () => {
  expect(shippedRubrics().filter(({ source }) => source.confirmed)).toEqual([]);
});

test("the newest version in force for a year; an own version stands in front of the shipped one of its number", () => {
  const [shipped] = shippedRubrics().filter(({ id }) => id === "project_expenditure");
  const own = { ...shipped!, title: "本局", version: 2, years: { from: 2020, to: 2021 } };
  const all = withShipped([own, { ...shipped!, title: "改过" }]);
  expect(rubricFor(all, own.id, 2021)?.title).toBe("本局");
  expect(rubricFor(all, own.id, 2022)?.title).toBe("改过");
  expect(rubricFor(all, own.id, 2015)).toBeNull();
  expect(rubricVersion(all, own.id, 2)?.title).toBe("本局");
  expect(rubricVersion(all, own.id, 3)).toBeNull();
  expect(all).toHaveLength(shippedRubrics().length + 1);
});
