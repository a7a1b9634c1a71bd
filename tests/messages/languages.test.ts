import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pieces } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import { textsByCode } from "@/messages/plainText";

/** Every text by its path: `overview.spent`, `L-101`. */
function texts(words: object, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[`${path}${name}`, value]] : texts(value, `${path}${name}.`),
  );
}

const placesOf = (text: string) =>
  pieces(text)
    .flatMap(({ place }) => place ?? [])
    .sort();

const wordsOf = (text: string) => text.replace(/\{\w+\}/g, "").match(/[A-Za-z_]{2,}\d?/g) ?? [];

// Chinese documents keep their names, so the languages name different ones.
const spoken = texts(messagesIn("zh-CN")).filter(([path]) => !path.startsWith("sources."));
const coded = texts(textsByCode["zh-CN"]);
const english = new Map([...texts(messagesIn("en")), ...texts(textsByCode.en)]);
const format = "csv|CSV|TXT|WPS|Excel|xlsx|XLSX|zip|gz|json|JSON|YAML|XML|REF|UTF|KB|MB|GB|A4|SETL_D";

describe("English", () => {
  test("has every text that Chinese has", () => {
    expect([...spoken, ...coded].map(([path]) => path).filter((path) => !english.has(path))).toEqual([]);
  });

  test("has the same places for values where pages and commands fill them", () => {
    for (const [path, text] of spoken) expect([path, placesOf(english.get(path)!)]).toEqual([path, placesOf(text)]);
  });

  test("fills no place of a message that Chinese knows nothing of", () => {
    for (const [code, text] of coded) {
      const unknown = placesOf(english.get(code)!).filter((place) => !placesOf(text).includes(place));
      expect([code, unknown]).toEqual([code, []]);
    }
  });
});

describe("Chinese texts hold no English words", () => {
  const strangersIn = (found: readonly [string, string][], known: RegExp) =>
    found.flatMap(([path, text]) => wordsOf(text).flatMap((word) => (known.test(word) ? [] : [`${path} ${word}`])));

  test("on pages, but for commands, formats of files and units", () => {
    const known = new RegExp(`^(npm|run|yizhang|load|demo|publish|region|help|${format})$`);
    expect(strangersIn(spoken, known)).toEqual([]);
  });

  test("in messages that pages show, but for formats of files", () => {
    const shown = coded.filter(([code, text]) => /^[LSFRP]-/.test(code) && !text.startsWith("没有命令"));
    expect(strangersIn(shown, new RegExp(`^(${format}|control)$`))).toEqual([]);
  });

  test("in messages about the machine, but for its programs, settings and commands", () => {
    const machine =
      "Node|js|npm|ci|run|yizhang|Linux|macOS|Windows|WSL|PostgreSQL|DuckDB|Chromium|Chrome|chmod|root|Ctrl";
    const settings =
      "YIZHANG_HOME|DATABASE_URL|PORT|HOST|CHROMIUM_PATH|DEBIAN|postgres|nobody|UTF8|database|create|encoding|template|template0";
    const commands = readdirSync("cli").map((file) => file.replace(/\.ts$/, ""));
    const named = "help|remove|docs|md|out|series|year|series_id|tier|county|city";
    const ofMachine = coded.filter(([code]) => !/^[LSFRP]-/.test(code));
    expect(
      strangersIn(ofMachine, new RegExp(`^(${machine}|${settings}|${commands.join("|")}|${named}|${format})$`)),
    ).toEqual([]);
  });

  test("in the words of the office: 导入 and 放弃, nothing else for them", () => {
    const others = [...spoken, ...coded].filter(([, text]) => /装载|报送|作废/.test(text));
    expect(others).toEqual([]);
  });
});
