import { gzipSync } from "node:zlib";
import {
  type BadInput,
  book,
  compound,
  csv,
  fine,
  gb18030,
  good,
  header,
  held,
  lines,
  parts,
  recent,
  refused,
  remarked,
  sheet,
  text,
  utf16,
  withCells,
} from "./badInput";
import { delimited, settlements } from "./readingSetup";
import { sheetOf, xlsx, zip } from "./workbookFiles";

/** Rows of June and one of another month. */
const aidByHand = (rows: number, other: string) => `month,amount\n${"2018-06,10.00\n".repeat(rows)}${other},10.00\n`;
/** Formats by what their files begin with. */
const otherFormats = {
  pdf: "%PDF-1.7\n",
  png: "\x89PNG\r\n\x1a\n",
  jpg: "\xff\xd8\xff\xe0",
  gif: "GIF89a",
  tif: "II*\0",
  Access: "\0\x01\0\0Standard ACE DB\0",
  SQLite: "SQLite format 3\0",
  parquet: "PAR1",
  dbf: "\x03\x76\x06\x1e",
};
const otherTexts = {
  eml: "From: a@b.cn\r\nSubject: 6\r\n\r\n",
  mht: "MIME-Version: 1.0\r\n",
  rtf: "{\\rtf1\\ansi 1}",
  json: '[{"SETL_ID": "1"}]',
  sql: "INSERT INTO SETL_D VALUES ('1');",
};
const otherArchives = {
  rar: "Rar!\x1a\x07\0",
  "7z": "7z\xbc\xaf\x27\x1c",
  tar: `${"2018-06.csv".padEnd(257, "\0")}ustar\0`,
  bz2: "BZh91AY&SY",
  xz: "\xfd7zXZ\0",
  zst: "(\xb5/\xfd",
  cab: "MSCF\0\0\0\0",
};
/** A file that begins as told and holds nothing else. */
const beginning = (format: string, start: string) => ({
  [`2018-06.${format}`]: Buffer.concat([Buffer.from(start, "latin1"), Buffer.alloc(2000 - start.length)]),
});
const beside = (name: string, content: string | Buffer) => ({ ...csv(text), [name]: content });
const archive = async (name: string, content: Record<string, string>) => ({ [name]: await zip(content) });

export const containers: readonly BadInput[] = [
  refused(1, "0 bytes", "L-101", () => csv("")),
  refused(2, "a header alone", "L-102", () => csv(`${header}\n`)),
  refused(3, "more rows than the limit", "L-103", () => csv(text), {
    settings: { limits: { packedBytes: 1e9, unpackedBytes: 1e9, ratio: 100, rows: 100 } },
  }),
  {
    ...fine(3, "text above the limit of packed files", () => csv(text)),
    options: { settings: { limits: { packedBytes: 1000, unpackedBytes: 1e9, ratio: 100, rows: 1e6 } } },
  },
  refused(3, "a packed file above its limit", "L-103", () => csv(gzipSync(text)), {
    settings: { limits: { packedBytes: 1000, unpackedBytes: 1e9, ratio: 100, rows: 1e6 } },
  }),
  refused(4, "a bomb", "L-104", () => csv(gzipSync(Buffer.alloc(3 << 20, "1")))),
  refused(5, "a bomb whose list lies", "L-104", async () => {
    const bytes = await zip({ "a.csv": Buffer.alloc(3 << 20, "1") });
    bytes.writeUInt32LE(100, bytes.indexOf("PK\x01\x02", 0, "latin1") + 24);
    return { "a.zip": bytes };
  }),
  refused(6, "more than 2 000 parts", "L-105", async () => ({
    "a.zip": await zip(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`${i}.csv`, "x"])), false),
  })),
  refused(6, "parts that overlap", "L-105", async () => {
    const bytes = await zip({ "a.csv": text, "b.csv": text });
    const second = bytes.indexOf("PK\x01\x02", bytes.indexOf("PK\x01\x02", 0, "latin1") + 4, "latin1");
    bytes.writeUInt32LE(10, second + 42);
    return { "a.zip": bytes };
  }),
  remarked(6, "a note and a document beside the data in an archive", "L-136", async () => ({
    "a.zip": await zip({ "说明.txt": "本月数据，含补传，\r\n请查收。\r\n", "2018-06.csv": text, "公文.docx": "x" }),
  })),
  fine(6, "the lock of an open workbook beside the data in an archive", async () => ({
    "a.zip": await zip({ "2018-06.csv": text, "~$2018-06.xlsx": "x", "数据/.~lock.2018-06.xlsx#": "x" }),
  })),
  remarked(6, "the lock of an open workbook among several files", "L-136", () => beside("~$2018-06.xlsx", "\x05admin")),
  refused(6, "a text beside the data in an archive that may be data too", "L-116", async () => ({
    "a.zip": await zip({ "other.txt": "甲,乙,丙\n1,2,3\n", "2018-06.csv": text }),
  })),
  refused(6, "an archive with a note alone", "L-116", async () => ({ "a.zip": await zip({ "说明.txt": "没有数据" }) })),
  refused(6, "an archive in an archive", "L-105", async () => ({
    "a.zip": await zip({ "b.zip": await zip({ "a.csv": text }) }),
  })),
  refused(7, "a path that leads out", "L-105", async () => {
    const bytes = await zip({ aaaaaaaa: text });
    return { "a.zip": Buffer.from(bytes.toString("latin1").replaceAll("aaaaaaaa", "../../xx"), "latin1") };
  }),
  refused(7, "an absolute path", "L-105", async () => {
    const bytes = await zip({ aaaaaaaa: text });
    return { "a.zip": Buffer.from(bytes.toString("latin1").replaceAll("aaaaaaaa", "/tmp/xxx"), "latin1") };
  }),
  refused(7, "a symbolic link", "L-105", async () => {
    const bytes = await zip({ "a.csv": text });
    const attributes = bytes.indexOf("PK\x01\x02", 0, "latin1") + 38;
    bytes.writeUInt32LE((0o120777 << 16) >>> 0, attributes);
    return { "a.zip": bytes };
  }),
  refused(8, "a workbook cut short", "L-106", async () => book((await zip(parts())).subarray(0, -300))),
  refused(0, "certificate numbers under the header of institutions", "L-216", () => {
    const swapped: Record<string, string> = { CERTNO: "FIXMEDINS_CODE", FIXMEDINS_CODE: "CERTNO" };
    const names = header.split(",").map((name) => swapped[name] ?? name);
    const rows = settlements([]).map((row) => ({ ...row, CERTNO: "11010519491231002X" }));
    return csv(delimited(rows).replace(header, names.join(",")));
  }),
  refused(9, "cut within a character of GB18030", "L-106", () =>
    csv(gb18030.subarray(0, gb18030.lastIndexOf(0xcf) + 1)),
  ),
  refused(9, "cut within a character of UTF-8", "L-106", () => {
    const bytes = Buffer.from(text);
    return csv(bytes.subarray(0, bytes.lastIndexOf("县") + 2));
  }),
  refused(9, "cut within a character of UTF-16", "L-106", () => csv(utf16(`\ufeff${text}`).subarray(0, -1))),
  refused(9, "zeros instead of its end", "L-106", () => csv(Buffer.concat([Buffer.from(text), Buffer.alloc(64)]))),
  refused(9, "cut in mid-row", "L-107", () => csv(text.slice(0, -60))),
  remarked(10, "cut at the end of a row", "L-108", () => csv(text), { recent }),
  fine(
    10,
    "a month that is whole in four files",
    () =>
      Object.fromEntries(
        [0, 1, 2, 3].map((part) => [
          `2018-06-${part}.csv`,
          delimited(good.map((row, i) => ({ ...row, SETL_ID: `${part}-${i}`, MDTRT_ID: `V${part}-${i}` }))),
        ]),
      ),
    { recent },
  ),
  remarked(
    10,
    "a month that is cut in two files",
    "L-108",
    () => ({
      "a.csv": text,
      "b.csv": [header, ...lines.slice(1).map((line) => `Z${line.replace(",", ",Z")}`)].join("\n"),
    }),
    { recent },
  ),
  remarked(0, "more than twice the rows of recent months", "L-134", () => csv(text), {
    recent: { ...recent, rowsPerMonth: 99 },
  }),
  refused(10, "cut, with a control total", "L-209", () => ({
    ...csv(text),
    "2018-06.csv.control.json": '{"rows": 300}',
  })),
  refused(10, "a control file that cannot be read", "L-130", () => ({ ...csv(text), "2018-06.csv.control.json": "{" })),
  refused(11, "text under the name of a workbook", "L-109", () => book(Buffer.from(text))),
  refused(12, "binary xls", "L-110", () => ({ "a.xls": compound("Workbook") })),
  refused(12, "binary xlsb", "L-110", () =>
    archive("a.xlsb", {
      "_rels/.rels": String(parts()["_rels/.rels"]).replace("workbook.xml", "workbook.bin"),
      "xl/workbook.bin": "x",
    }),
  ),
  refused(12, "ods", "L-110", () =>
    archive("a.ods", { mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>" }),
  ),
  refused(12, "et", "L-110", () => ({ "a.et": compound("Workbook") })),
  refused(12, "ofd", "L-110", () => archive("a.ofd", { "OFD.xml": "<a/>", "Doc_0/Document.xml": "<a/>" })),
  ...Object.entries(otherFormats).map(([format, start]) =>
    refused(12, format, "L-110", () => beginning(format, start)),
  ),
  ...Object.entries(otherTexts).map(([format, content]) =>
    refused(12, format, "L-110", () => ({ [`2018-06.${format}`]: content })),
  ),
  ...Object.entries(otherArchives).map(([format, start]) =>
    refused(12, `an archive as ${format}`, "L-138", () => beginning(format, start)),
  ),
  refused(13, "a password", "L-111", () => book(compound("EncryptedPackage"))),
  refused(13, "a password of an archive", "L-111", async () => {
    const bytes = await zip({ "a.csv": text });
    bytes[6]! |= 1;
    bytes[bytes.indexOf("PK\x01\x02", 0, "latin1") + 8]! |= 1;
    return { "a.zip": bytes };
  }),
  refused(14, "macros", "L-112", () => book(zip({ ...parts(), "xl/vbaProject.bin": "x" }))),
  refused(14, "an embedded object", "L-112", () =>
    book(zip({ ...parts(), "xl/embeddings/oleObject1.bin": compound("Package") })),
  ),
  refused(14, "a link to another workbook", "L-112", () =>
    book(zip({ ...parts(), "xl/externalLinks/externalLink1.xml": "<externalLink/>" })),
  ),
  refused(15, "a document type", "L-113", () =>
    book(zip({ ...parts(), "xl/workbook.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>' })),
  ),
  refused(16, "a row beyond the last", "L-105", () => sheet('<row r="4294967295"/>')),
  refused(16, "a column beyond the last", "L-105", () => sheet('<row r="1"><c r="XFE1"><v>1</v></c></row>')),
  refused(17, "three sheets that may be the data", "L-114", () =>
    book(xlsx(["1月", "2月", "汇总"].map((name, i) => ({ ...sheetOf(good.slice(0, 50 + i)), name })))),
  ),
  refused(17, "a sheet that is not there", "L-118", () => book(xlsx([sheetOf(good)])), { sheet: "3月" }),
  remarked(17, "the wrong sheet first", "L-137", () => book(xlsx([{ name: "说明", rows: [["说明"]] }, sheetOf(good)]))),
  remarked(18, "hidden rows", "L-115", () => book(xlsx([{ ...sheetOf(good), hiddenRows: [5, 6] }]))),
  fine(19, "titles and a header of two rows", () => {
    const upper = header.split(",").map((name, i) => (i === 0 ? "明细" : name === "MED_TYPE" ? name : ""));
    const lower = header.split(",").map((name) => (name === "MED_TYPE" ? "" : name));
    return csv(["2018年6月", upper.join(","), lower.join(","), ...lines.slice(1)].join("\n"));
  }),
  refused(19, "no header", "L-116", () => csv(lines.slice(1).join("\n"))),
  refused(22, "another month", "L-122", () => csv(text), { period: "2018-05" }),
  remarked(23, "rows of earlier months", "L-123", withCells({ SETL_TIME: "2018-05-30", BEGNDATE: "", ENDDATE: "" })),
  held(23, "a row of a later month", { SETL_TIME: "2018-07-02" }, "L-129"),
  held(23, "a row of years ago", { SETL_TIME: "2015-07-02", BEGNDATE: "", ENDDATE: "" }, "L-128"),
  remarked(23, "aid by hand of an earlier month", "L-123", () => csv(aidByHand(9, "2018-05"))),
  {
    input: 23,
    what: "aid by hand of a later month",
    files: () => csv(aidByHand(200, "2018-07")),
    outcome: "hold",
    code: "L-133",
  },
  refused(24, "a month that has not begun", "L-124", () => csv(text), { period: "2027-03" }),
  refused(24, "rows of a month that has not begun", "L-124", () => csv(text), { today: "2018-05-31" }),
  {
    ...held(24, "one row of a month that has not begun", { SETL_TIME: "2018-07-01" }, "L-129"),
    options: { today: "2018-06-30" },
  },
  fine(26, "characters in the name that turn it", () => ({ "a\u202ecsv.exe": text })),
];
