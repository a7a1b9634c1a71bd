import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { load as english } from "@/messages/en/load";
import { plainText } from "@/messages/plainText";
import { load as chinese } from "@/messages/zh-CN/load";

const sources = ["etl/steps", "etl/workbook", "etl/review", "etl/checks", "etl/grammar", "etl/sql"].flatMap((folder) =>
  readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, "utf8")),
);

test("every code of the loader has its words in both languages, with the same places", () => {
  const codes = [...new Set(sources.join("\n").match(/(?<=["'])L-\d{3}/g))].sort();
  for (const language of ["zh-CN", "en"] as const)
    expect(codes.filter((code) => plainText(code, {}, language) === code)).toEqual([]);
  expect(Object.keys(english)).toEqual(Object.keys(chinese));
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
  for (const code of Object.keys(chinese))
    expect([code, places(english[code]!)]).toEqual([code, places(chinese[code]!)]);
});

test("no message blames, echoes long digits or runs on", () => {
  for (const [code, text] of Object.entries(chinese)) {
    expect([code, /非法|错误用户|\d{15}/.test(text)]).toEqual([code, false]);
    for (const part of text.split("。")) expect([code, part.length <= 80]).toEqual([code, true]);
  }
});
