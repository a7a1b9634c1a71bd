import { expect, test } from "vitest";
import { pieces } from "@/messages/fill";
import { messagesIn } from "@/messages/index";

/** Every text by its path: `overview.spent`. */
function texts(words: object, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[`${path}${name}`, value]] : texts(value, `${path}${name}.`),
  );
}

const placesOf = (text: string) =>
  pieces(text)
    .flatMap(({ place }) => place ?? [])
    .sort();

// Chinese documents keep their names, so the languages name different ones.
const chinese = texts(messagesIn("zh-CN")).filter(([path]) => !path.startsWith("sources."));
const english = new Map(texts(messagesIn("en")));

test("English has every text that Chinese has, with the same places for values", () => {
  for (const [path, text] of chinese) {
    expect([path, english.has(path)]).toEqual([path, true]);
    expect([path, placesOf(english.get(path)!)]).toEqual([path, placesOf(text)]);
  }
});

test("Chinese texts hold no English words, but for commands, formats of files and units", () => {
  const known = /^(A4|npm|run|yizhang|load|demo|publish|region|csv|CSV|TXT|Excel|xlsx|XLSX|zip|gz|KB|MB|GB|SETL_D)$/;
  for (const [path, text] of chinese) {
    const words = text.replace(/\{\w+\}/g, "").match(/[A-Za-z_]{2,}\d?/g) ?? [];
    expect([path, words.filter((word) => !known.test(word))]).toEqual([path, []]);
  }
});
