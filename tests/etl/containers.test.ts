import { readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { delimited, ReadingBench, settlements } from "./readingSetup";
import { escaped, sheetOf, xlsx, zip } from "./workbookFiles";

let bench: ReadingBench;
beforeAll(async () => {
  bench = await ReadingBench.open();
});
afterAll(() => bench.close());

const rows = settlements([]);
const text = delimited(rows);
const names = Object.keys(rows[0]!);

describe("archives", () => {
  test("every file in an archive is read as if it had come alone", async () => {
    const july = rows.map((row) => ({ ...row, SETL_ID: `J${row.SETL_ID}`, SETL_TIME: "2018-07-03 10:00:00" }));
    const content = await zip({
      "六月/a.csv": text,
      "b.xlsx": await xlsx([sheetOf(july)]),
      "b.xlsx.control.json": '{"rows": 200}',
      "__MACOSX/._a.csv": "x",
      "机构.csv": "机构编码,机构名称\nH1,示例县人民医院\n",
    });
    const load = await bench.stage({ "全部.zip": content });
    expect(load.report.files.map(({ file, kind, accepted }) => [file, kind, accepted])).toEqual([
      ["全部.zip/六月/a.csv", "settlements", 200],
      ["全部.zip/b.xlsx", "settlements", 200],
      ["全部.zip/机构.csv", "institutions", 1],
    ]);
    expect(load.report.reconciliation.control).toMatchObject({ rows: { expected: "200", agrees: true } });
    expect(load.extracts.map(({ coverage }) => coverage)).toEqual([["2018-06"], ["2018-07"], []]);
  });

  test("names in GB18030 are read", async () => {
    const gb = Buffer.from("cbc4d4c2", "hex");
    const content = await zip({ "AAAA.csv": text });
    for (let at = content.indexOf("AAAA"); at >= 0; at = content.indexOf("AAAA")) gb.copy(content, at);
    const flags = [content.indexOf("PK\x03\x04", 0, "latin1") + 6, content.indexOf("PK\x01\x02", 0, "latin1") + 8];
    for (const at of flags) content.writeUInt16LE(content.readUInt16LE(at) & ~0x800, at);
    expect((await bench.stage({ "a.zip": content })).report.files[0]).toMatchObject({
      file: "a.zip/四月.csv",
      accepted: 200,
    });
  });

  const renamed = async (from: string, to: string) => {
    const content = await zip({ [from]: text });
    return Buffer.from(content.toString("latin1").replaceAll(from, to), "latin1");
  };
  const lying = async (change: (bytes: Buffer, directory: number) => void, content: string | Buffer = text) => {
    const bytes = await zip({ "a.csv": content });
    change(bytes, bytes.indexOf("PK\x01\x02", 0, "latin1"));
    return bytes;
  };
  const bad: [string, () => Promise<Buffer>, string][] = [
    ["an archive in an archive", async () => zip({ "a.zip": await zip({ "a.csv": text }) }), "L-105"],
    ["a path that leads out", () => renamed("aaaaaaaa", "../../xx"), "L-105"],
    ["an absolute path", () => renamed("aaaaaaaa", "/etc/pas"), "L-105"],
    ["a path of Windows that leads out", () => renamed("aaaaaaaa", "..\\..\\xx"), "L-105"],
    [
      "a link",
      () =>
        lying((bytes, at) => {
          bytes.writeUInt16LE(0x0314, at + 4);
          bytes.writeUInt32LE(0xa1ff0000, at + 38);
        }),
      "L-105",
    ],
    [
      "more than 2 000 entries",
      () => zip(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`${i}.csv`, "x"]))),
      "L-105",
    ],
    [
      "overlapping entries",
      async () => {
        const bytes = await zip({ "a.csv": text, "b.csv": text });
        const second = bytes.lastIndexOf("PK\x01\x02", undefined, "latin1");
        bytes.writeUInt32LE(0, second + 42);
        return bytes;
      },
      "L-105",
    ],
    ["a bomb", () => zip({ "a.csv": Buffer.alloc(30 << 20, "1") }), "L-104"],
    [
      "a bomb whose list lies",
      () => lying((bytes, at) => bytes.writeUInt32LE(100, at + 24), Buffer.alloc(30 << 20, "1")),
      "L-104",
    ],
    ["more inside than the list says", () => lying((bytes, at) => bytes.writeUInt32LE(100, at + 24)), "L-105"],
    ["less inside than the list says", () => lying((bytes, at) => bytes.writeUInt32LE(1 << 20, at + 24)), "L-106"],
    ["a checksum missed", () => lying((bytes, at) => bytes.writeUInt32LE(1, at + 16)), "L-106"],
    ["an encrypted entry", () => lying((bytes, at) => bytes.writeUInt16LE(0x801, at + 8)), "L-111"],
    ["another way of packing", () => lying((bytes, at) => bytes.writeUInt16LE(9, at + 10)), "L-110"],
    ["nothing inside", () => zip({}), "L-101"],
    ["cut short", async () => (await zip({ "a.csv": text })).subarray(0, -30), "L-106"],
    ["another format inside", () => zip({ "a.pdf": "%PDF-1.4" }), "L-110"],
  ];
  test.each(bad)("%s is sent back", async (_, content, code) => {
    const load = await bench.stage({ "a.zip": await content() });
    expect(load.report.findings).toMatchObject([{ code, severity: "refuse" }]);
    expect(readdirSync(join(bench.root, "spill"))).toEqual([]);
  });

  test("gzip in gzip is sent back, a workbook in gzip is read", async () => {
    expect((await bench.stage({ "a.csv.gz": gzipSync(gzipSync(text)) })).report.findings).toMatchObject([
      { code: "L-105" },
    ]);
    const packed = gzipSync(await xlsx([sheetOf(rows)]));
    expect((await bench.stage({ "a.xlsx.gz": packed })).report.files[0]).toMatchObject({
      encoding: "xlsx",
      accepted: 200,
    });
  });
});

describe("text, pages and XML under the name of a spreadsheet", () => {
  const cells = (row: Record<string, string>, tag: string) =>
    names.map((name) => `<${tag}>${escaped(row[name]!)}</${tag}>`).join("");
  const page = (body: string) =>
    `<html><head><meta charset="gb2312"><style>td{color:red}</style></head><body>${body}</body></html>`;
  const headerCells = names.map((name) => `<th>${name}</th>`).join("");
  const table = `<table border=1><tr><td colspan="${names.length}">2018年6月结算明细</td></tr><tr>${headerCells}</tr>${rows.map((row) => `<tr>${cells(row, "td")}</tr>`).join("\n")}</table>`;
  const xmlRow = (values: string[]) =>
    `<Row>${values.map((value) => `<Cell><Data ss:Type="String">${escaped(value)}</Data></Cell>`).join("")}</Row>`;
  const xml = (body: string, sheet = "明细") =>
    `\ufeff<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="${sheet}"><Table>${body}</Table></Worksheet></Workbook>`;
  const good: [string, string | Buffer, string][] = [
    ["tab text", delimited(rows, "\t"), "utf-8"],
    ["a page", page(table), "html"],
    ["a page with a table around it", page(`<table><tr><td>医保局</td><td>${table}</td></tr></table>`), "html"],
    ["a page that leaves tags open", page(table.replaceAll("</td>", "").replaceAll("</tr>", "")), "html"],
    ["XML of 2003", xml(xmlRow(names) + rows.map((row) => xmlRow(names.map((name) => row[name]!))).join("")), "xml"],
  ];
  test.each(good)("%s is read by what it holds", async (_, content, encoding) => {
    const load = await bench.stage({ "a.xls": content });
    expect(load.report.files[0]).toMatchObject({ encoding, accepted: 200, by_reason: {} });
    const plain = await bench.accepted(await bench.stage({ "a.csv": text }));
    const values = (await bench.accepted(load)).map(({ row_number: _, ...row }) => row);
    expect(values).toEqual(plain.map(({ row_number: _, ...row }) => row));
  });

  test("cells that span columns and rows keep the others in place", async () => {
    const body = `<table><tr><th rowspan=2>机构编码</th><th colspan=2>名称和等级</th></tr><tr><th>机构名称</th><th>医院等级</th></tr>
      <tr><td rowspan=2>H1</td><td>甲院</td><td>05</td></tr><tr><td>乙院</td><td>06</td></tr><tr><td>H3</td><td>丙院</td><td>07</td></tr></table>`;
    const load = await bench.stage({ "a.xls": page(body) }, { settings: { heldShare: 1 } });
    expect((await bench.accepted(load)).map(({ name, hospital_level }) => [name, hospital_level])).toEqual([
      ["甲院", "05"],
      ["丙院", "07"],
    ]);
    expect(await bench.held(load)).toMatchObject([{ row_number: "4", code: "L-421" }]);
  });

  test("numbers, days and formulas of XML of 2003", async () => {
    const data = (type: string, value: string, more = "") =>
      `<Cell${more}><Data ss:Type="${type}">${value}</Data></Cell>`;
    const header = xmlRow([
      "SETL_ID",
      "PSN_NO",
      "FIXMEDINS_CODE",
      "SETL_TIME",
      "MED_TYPE",
      "MEDFEE_SUMAMT",
      "HIFP_PAY",
    ]);
    const row = (id: string, pool: string) =>
      `<Row>${data("String", id)}${data("Number", "36100000000001")}${data("String", "H1")}${data("DateTime", "2018-06-03T11:41:27.000")}${data("Number", "2101")}${data("Number", "4.0999999999999996")}${pool}</Row>`;
    const body = header + row("A", data("Number", "2", ' ss:Formula="=RC[-1]"')) + row("B", '<Cell ss:Formula="=1"/>');
    const load = await bench.stage({ "a.xls": xml(body) }, { settings: { heldShare: 1 } });
    expect(await bench.accepted(load)).toMatchObject([
      { settled_at: "2018-06-03 11:41:27", total_fee_amount: "4.10", pool_pay_amount: "2.00", medical_type: "2101" },
    ]);
    expect(await bench.held(load)).toMatchObject([{ row_number: "3", code: "L-315" }]);
  });

  const bad: [string, string, string | Buffer, string][] = [
    ["a page under the name xlsx", "a.xlsx", page(table), "L-109"],
    ["a page without a table", "a.xls", page("<p>登录已过期</p>"), "L-110"],
    ["other XML", "a.xml", "<?xml version='1.0'?><note/>", "L-110"],
    ["an archive of a page", "a.xls", "MIME-Version: 1.0\nContent-Type: multipart/related\n", "L-110"],
    [
      "a document type",
      "a.xls",
      xml(xmlRow(names)).replace("<Workbook", '<!DOCTYPE x [<!ENTITY a "b">]><Workbook'),
      "L-113",
    ],
    ["XML cut short", "a.xls", xml(xmlRow(names)).slice(0, -40), "L-106"],
  ];
  test.each(bad)("%s is sent back", async (_, name, content, code) => {
    expect((await bench.stage({ [name]: content })).report.findings).toMatchObject([{ code, severity: "refuse" }]);
  });
});

test("names of files are shown and kept without numbers of persons", async () => {
  const load = await bench.stage({ "名单110105194912310029.csv": text });
  expect(load.report.files[0]!.file).toBe("名单***.csv");
  expect(load.extracts[0]!.fileName).toBe("名单***.csv");
});

test("names of files are shown without characters that hide or turn", async () => {
  const load = await bench.stage({ "2018\u202ecsv.\u200b06.csv": text });
  expect(load.report.files[0]!.file).toBe("2018csv.06.csv");
  expect(load.extracts[0]!.fileName).toBe("2018csv.06.csv");
});
