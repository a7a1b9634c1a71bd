import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chunkBytes } from "@/etl/steps/fileChunks";
import { delimited, ReadingBench, settlement, settlements } from "./readingSetup";

let bench: ReadingBench;
beforeAll(async () => {
  bench = await ReadingBench.open();
});
afterAll(() => bench.close());

const rows = settlements([]);
const text = delimited(rows);
const utf16 = (content: string, big = false) => {
  const bytes = Buffer.from(`\ufeff${content}`, "utf16le");
  return big ? bytes.swap16() : bytes;
};
/** GBK for the few characters that the fixtures hold. */
const gb = (content: string) =>
  Buffer.concat([...content].map((c) => (c < "\x80" ? Buffer.from(c) : gbCharacters.get(c)!)));
const gbCharacters = new Map<string, Buffer>();
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++)
    if (trail !== 0x7f) {
      const bytes = Buffer.from([lead, trail]);
      gbCharacters.set(new TextDecoder("gbk").decode(bytes), bytes);
    }

/** Big5 for the characters of a Chinese header, traditional where the two differ. */
const renamedText = `結算編號,人員編號,醫療費總額,統籌基金支出,結算時間\n${"1,2,3,4,2018-06-01\n".repeat(20)}`;
const big5 = (content: string) => {
  const characters = new Map<string, Buffer>();
  for (let lead = 0xa1; lead <= 0xf9; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail <= 0x7e || trail >= 0xa1) {
        const bytes = Buffer.from([lead, trail]);
        characters.set(new TextDecoder("big5").decode(bytes), bytes);
      }
  return Buffer.concat([...content].map((c) => (c < "\x80" ? Buffer.from(c) : characters.get(c)!)));
};

const whole = { rows_read: 200, accepted: 200, quarantined: 0, excluded: 0 };

describe("encodings (bad inputs 31–35)", () => {
  const readable: [string, string | Buffer, string][] = [
    ["UTF-8", text, "utf-8"],
    ["UTF-8 with mark", `\ufeff${text}`, "utf-8"],
    ["GB18030", gb(text), "gb18030"],
    ["UTF-16 little end", utf16(text), "utf-16le"],
    ["UTF-16 big end", utf16(text, true), "utf-16be"],
    ["a few NUL", text.replace("示例县", "示\0例县"), "utf-8"],
    ["packed by gzip", gzipSync(text), "utf-8"],
  ];
  test.each(readable)("%s", async (_, content, encoding) => {
    const load = await bench.stage({ "a.csv": content });
    expect(load.report.files[0]).toMatchObject({ ...whole, encoding });
    expect((await bench.accepted(load))[0]).toMatchObject({ institution_name: "示例县人民医院", row_number: "2" });
  });
  test("an encoding that is declared is not guessed", async () => {
    const bare = utf16(text).subarray(2);
    const load = await bench.stage({ "a.csv": bare }, { encoding: "utf-16le" });
    expect(load.report.files[0]).toMatchObject({ ...whole, encoding: "utf-16le" });
    expect((await bench.accepted(load))[0]).toMatchObject({ institution_name: "示例县人民医院" });
    const wrong = await bench.stage({ "a.csv": gb(text) }, { encoding: "utf-8" });
    expect(wrong.report.findings).toMatchObject([{ code: "L-213", details: { encoding: "UTF-8" } }]);
  });
  const unreadable: [string, string | Buffer, string][] = [
    ["UTF-16 without mark", utf16(text).subarray(2), "L-201"],
    ["random bytes", Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * i * 31 + 7 * i) % 256)), "L-201"],
    [
      "bytes of GBK pasted into UTF-8",
      Buffer.concat([Buffer.from(text), Buffer.from([0x0a, 0xca, 0xbe, 0xff])]),
      "L-202",
    ],
    ["Big5", big5(renamedText), "L-201"],
    ["empty", "", "L-101"],
    ["a header alone", `${text.split("\n")[0]}\n`, "L-102"],
    ["an archive cut short", Buffer.from("PK\x03\x04xlsx"), "L-106"],
    ["xls", Buffer.from("d0cf11e0a1b11ae1", "hex"), "L-110"],
    ["a web page named csv", "<html><table><tr><td>1</td></tr></table>", "L-116"],
    ["gzip cut short", gzipSync(text).subarray(0, 400), "L-106"],
  ];
  test.each(unreadable)("%s is sent back", async (_, content, code) => {
    const load = await bench.stage({ "a.csv": content });
    expect(load.refused).toBe(true);
    expect(load.report.findings.map((finding) => finding.code)).toEqual([code]);
    expect(load.report.files[0]!.by_reason).toEqual({ [code]: 1 });
  });
});

describe("a large text whose bytes turn out otherwise after its beginning is read as a small one is", () => {
  const lastRow = (name: string) =>
    delimited([{ ...settlement, SETL_ID: "LAST", FIXMEDINS_CODE: "H36103100002", FIXMEDINS_NAME: name }]).split(
      "\n",
    )[1]!;
  const named = (name: string, count: number) =>
    delimited(settlements([], count).map((row, i) => ({ ...row, PSN_NO: `P${i}`, CERTNO: "", FIXMEDINS_NAME: name })));
  const last = lastRow("示例县人民医院");
  const stray = Buffer.from([0xca, 0xbe, 0xff, 0x0a]);
  const chinese = "示例县中医院";
  const ascii = "County Hospital";
  const endings: [string, string, Buffer, object][] = [
    ["UTF-8 to the end", ascii, Buffer.from(`${last}\n`), { encoding: "utf-8", by_reason: {} }],
    ["GB18030 begins late", ascii, gb(`${last}\n`), { encoding: "gb18030", by_reason: {} }],
    ["a few NUL", chinese, Buffer.from(`${last.replace("人", "\0人")}\n`), { by_reason: { "L-204": 1 } }],
    ["bytes of GBK pasted", chinese, Buffer.concat([Buffer.from(`${last}\n`), stray]), { by_reason: { "L-202": 1 } }],
    [
      "the same after a lone quote",
      chinese,
      Buffer.concat([Buffer.from('"a\n'), stray]),
      { by_reason: { "L-202": 1 } },
    ],
    ["GB18030, then a lone quote", ascii, gb(`${last}\n"a`), { by_reason: { "L-205": 1 } }],
    ["cut within a character", chinese, Buffer.from(last.slice(0, last.indexOf("人") + 1)).subarray(0, -1), {}],
  ];
  test.each(endings)("%s", async (_, name, ending, expected) => {
    const read = async (count: number) => {
      const text = Buffer.concat([Buffer.from(named(name, count)), ending]);
      const load = await bench.stage({ "2018-06.csv": text });
      const { encoding, by_reason } = load.report.files[0]!;
      const last = load.refused ? null : (await bench.accepted(load)).at(-1)!.institution_name;
      return { size: text.length, outcome: { encoding, by_reason, last } };
    };
    const [small, large] = [await read(200), await read(25_000)];
    expect(large.size).toBeGreaterThan(chunkBytes);
    expect(large.outcome).toMatchObject(expected);
    expect(large.outcome).toEqual(small.outcome);
  });
});

describe("shape (bad inputs 39–46)", () => {
  const lines = text.trimEnd().split("\n");
  const header = lines[0]!;
  const width = Object.keys(settlement).length;
  const good: [string, string, Record<string, number>?][] = [
    ["tabs", delimited(rows, "\t")],
    ["semicolons", delimited(rows, ";")],
    ["bars", delimited(rows, "|")],
    ["CRLF", delimited(rows, ",", "\r\n")],
    ["CR", delimited(rows, ",", "\r")],
    ["mixed line ends", lines.map((line, i) => line + ["\n", "\r\n", "\r"][i % 3]).join("")],
    ["no line end at the end", lines.join("\n")],
    [
      "every cell quoted",
      lines
        .map((line) =>
          line
            .split(",")
            .map((cell) => `"${cell}"`)
            .join(","),
        )
        .join("\r\n"),
    ],
    ["title rows", `2018年6月结算明细\n,,,\n制表：医保局\n${text}`],
    ["a quoted line break in the title", `"2018年6月\n结算明细"\n${text}`],
    [
      "blank rows",
      `${lines.slice(0, 5).join("\n")}\n\n   \n${",".repeat(width - 1)}\n${lines.slice(5).join("\n")}\n\n\n`,
    ],
    ["a header again", [...lines.slice(0, 100), header, ...lines.slice(100)].join("\n"), { "L-208": 1 }],
    ["spaces around headers", text.replace("SETL_ID,", " setl_id \t,")],
    ["a trailing separator in every row", lines.map((line) => `${line},`).join("\n")],
    ["footer", `${text}制表人：某某,,审核人：某某\n`],
  ];
  test.each(good)("%s", async (_, content, reasons = {}) => {
    const load = await bench.stage({ "a.csv": content });
    expect(load.report.files[0]).toMatchObject({ ...whole, by_reason: reasons });
    expect(load.report.reconciliation).toMatchObject({ balanced: true, total_fee_amount: { accepted: "200000.00" } });
  });

  test("line breaks, separators and quotes inside quotes stay inside; rows are counted as a spreadsheet does", async () => {
    const odd = settlements([{ FIXMEDINS_NAME: '示例县\r\n"第一",医院' }, { HIFP_PAY: "?" }]);
    const load = await bench.stage({ "a.csv": delimited(odd) });
    expect((await bench.accepted(load)).at(-1)).toMatchObject({
      institution_name: '示例县\r\n"第一",医院',
      row_number: "202",
    });
    expect(await bench.held(load)).toMatchObject([{ row_number: "203", column_name: "HIFP_PAY" }]);
  });

  test("row numbers stay true around rows that are left out", async () => {
    const changed = settlements([{ HIFP_PAY: "?" }, {}]);
    const [head, ...body] = delimited(changed).trimEnd().split("\n");
    const content = [
      "标题",
      head,
      "",
      ...body.slice(0, 100),
      "",
      head,
      ...body.slice(100),
      `合计${",".repeat(width - 1)}`,
    ];
    const load = await bench.stage({ "a.csv": content.join("\n") });
    expect(await bench.held(load)).toMatchObject([{ row_number: "206" }]);
    const numbers = (await bench.accepted(load)).map(({ row_number }) => Number(row_number));
    expect([numbers[0], numbers[99], numbers[100], numbers.at(-1)]).toEqual([4, 103, 106, 207]);
  });

  test("rows of another width are held, their amounts unknown", async () => {
    const content = [...lines.slice(0, 50), "S9,V9", ...lines.slice(50), `${lines[1]},x,y`].join("\n");
    const load = await bench.stage({ "a.csv": content });
    expect(load.report.files[0]).toMatchObject({
      rows_read: 202,
      accepted: 200,
      quarantined: 2,
      by_reason: { "L-207": 2 },
    });
    expect(load.report.reconciliation).toMatchObject({
      balanced: true,
      unreadable_amount_rows: 2,
      rows: { read: 202 },
    });
    expect((await bench.held(load)).map(({ row_number }) => row_number)).toEqual(["51", "203"]);
  });

  const bad: [string, string, string, number[]][] = [
    [
      "a quote that swallows the rest",
      [...lines.slice(0, 9), `"${lines[9]}`, ...lines.slice(10)].join("\n"),
      "L-205",
      [10],
    ],
    [
      "text behind a closing quote",
      [...lines.slice(0, 9), `"S"8${lines[9]}`, ...lines.slice(10)].join("\n"),
      "L-205",
      [10],
    ],
    ["full-width commas", text.replaceAll(",", "，"), "L-206", [1]],
    ["cut in mid-row", text.slice(0, -60), "L-107", []],
    ["a column twice", text.replaceAll("INIT_SETL_ID", "HIFP_PAY"), "L-210", []],
    [
      "rows of another width, more than one in a hundred",
      [...lines, "S9", "S8", "S7", ""].join("\n"),
      "L-207",
      [202, 203, 204],
    ],
  ];
  test.each(bad)("%s is sent back", async (_, content, code, firstRows) => {
    const load = await bench.stage({ "a.csv": content });
    expect(load.refused).toBe(true);
    expect(load.report.findings.filter(({ severity }) => severity === "refuse")).toMatchObject([
      { code, first_rows: firstRows },
    ]);
  });
});

test("the values of bad spreadsheets: tabs, widths, groups, units, slashes", async () => {
  const spelt = rows.map((row) => ({
    ...row,
    SETL_ID: `${row.SETL_ID}\t`,
    PSN_NO: `'${row.PSN_NO}`,
    MEDFEE_SUMAMT: "１,０００.00 ",
    HIFP_PAY: "600元",
    SETL_TIME: "2018/6/3 8:05",
    UPDT_TIME: "NULL",
  }));
  const load = await bench.stage({ "a.csv": delimited(spelt, "\t") });
  expect(load.report.files[0]).toMatchObject(whole);
  const plain = await bench.accepted(await bench.stage({ "a.csv": text }));
  const [row] = await bench.accepted(load);
  expect(row).toMatchObject({ settlement_key: plain[0]!.settlement_key, person_key: plain[0]!.person_key });
  expect(row).toMatchObject({
    settled_at: "2018-06-03 08:05:00",
    pool_pay_amount: "600.00",
    total_fee_amount: "1000.00",
  });
});

test("万元 in the header or in a title scales every amount; a value in 元 below it is refused", async () => {
  const inTenThousands = rows.map((row) => ({
    ...row,
    MEDFEE_SUMAMT: "0.1",
    HIFP_PAY: "0.06",
    INSCP_AMT: "0.09",
    CASH_PAYAMT: "0.04",
  }));
  const headed = delimited(inTenThousands).replace(
    /MEDFEE_SUMAMT|HIFP_PAY|INSCP_AMT|CASH_PAYAMT/g,
    (header) => `${header}（万元）`,
  );
  for (const content of [headed, `单位：万元\n${delimited(inTenThousands)}`]) {
    const load = await bench.stage({ "a.csv": content });
    expect(load.report.reconciliation.total_fee_amount.accepted).toBe("200000.00");
  }
  const mixed = await bench.stage({ "a.csv": headed.replace("0.06", "600元") });
  expect(mixed.report.findings[0]).toMatchObject({ code: "L-309", severity: "refuse" });
});
