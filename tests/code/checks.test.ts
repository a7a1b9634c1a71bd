import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { checks } from "@/etl/checks/index";

test("every rule of etl/checks is in its list, once", async () => {
  const names = readdirSync("etl/checks").map((file) => file.slice(0, -3));
  const files = names.filter((name) => !["define", "index"].includes(name));
  const modules = await Promise.all(files.map((name) => import(`../../etl/checks/${name}.ts`)));
  const rules = modules.flatMap((module) => Object.values(module).flat()).filter(isRule);
  expect(rules.filter((rule) => !checks.includes(rule))).toEqual([]);
  expect(new Set(checks).size).toBe(checks.length);
  expect(rules.length).toBe(checks.length);
});

const isRule = (value: unknown): value is (typeof checks)[number] =>
  typeof value === "object" && value !== null && "when" in value && "outcome" in value;
