import { expect, test } from "vitest";
import type { ExtractKind } from "@/domain/load";
import { extractsInForce, type LoadedExtract, loadsInForce } from "@/etl/steps/inForce";

const extract = (
  loadId: string,
  coverage: string[],
  kind: ExtractKind = "settlements",
  { scheme = "390", extractNumber = 1 } = {},
): LoadedExtract => ({ loadId, extractNumber, scheme, kind, coverage, path: `${loadId}/${extractNumber}` });

const answers = (extracts: LoadedExtract[]) =>
  extractsInForce(extracts).map(({ path, parts }) => `${path}: ${parts.join(" ")}`);

test("the last load that covers a month answers for it, the one before for the rest of its months", () => {
  expect(answers([extract("a", ["2018-01", "2018-02"]), extract("b", ["2018-02"])])).toEqual([
    "a/1: 2018-01",
    "b/1: 2018-02",
  ]);
});

test("files of one load are united", () => {
  const second = extract("b", ["2018-01"], "settlements", { extractNumber: 2 });
  expect(answers([extract("a", ["2018-01"]), extract("b", ["2018-01"]), second])).toEqual([
    "b/1: 2018-01",
    "b/2: 2018-01",
  ]);
});

test("kinds and schemes do not replace each other; a registry replaces the whole one before it", () => {
  const employees = extract("b", ["2018-01"], "settlements", { scheme: "310" });
  const registries = [extract("c", [], "hardship_registry"), extract("d", [], "hardship_registry")];
  expect(
    answers([extract("a", ["2018-01"]), employees, extract("a", ["2018-01"], "enrolment"), ...registries]),
  ).toEqual(["a/1: 2018-01", "b/1: 2018-01", "a/1: 2018-01", "d/1: all"]);
});

test("a load of which nothing is left is not in force", () => {
  const extracts = extractsInForce([extract("a", ["2018-01"]), extract("b", ["2018-01"]), extract("c", ["2018-02"])]);
  expect(loadsInForce(extracts)).toEqual(["b", "c"]);
});
