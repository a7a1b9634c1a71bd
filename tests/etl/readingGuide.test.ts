import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { extractsGuide } from "@/scripts/generateExtractsGuide";

test("docs/extracts.md lists the layouts and messages as they are (npm run generate:extracts)", () => {
  expect(readFileSync("docs/extracts.md", "utf8")).toBe(extractsGuide());
});
