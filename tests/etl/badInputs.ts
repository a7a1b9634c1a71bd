import { gzipSync } from "node:zlib";
import { delimited, type SettlementCells, type StageOptions, settlement, settlements } from "./readingSetup";
import { dateCell, errorCell, formulaCell, sheetOf, type TestCell, xlsx, xlsxParts, zip } from "./workbookFiles";

type Files = Record<string, string | Buffer>;

/** One input that a bureau sends one day, and what becomes of it. */
export interface BadInput {
  /** Its number in the list of bad inputs. */
  readonly input: number;
  readonly what: string;
  readonly files: () => Files | Promise<Files>;
  /** ok: every row counts and nothing is said; warn, exclude, hold, refuse: `code` is said with this severity. */
  readonly outcome: "ok" | "warn" | "exclude" | "hold" | "refuse";
  readonly code?: string;
  readonly options?: StageOptions;
}

const good = settlements([]);
const text = delimited(good);
const lines = text.trimEnd().split("\n");
const header = lines[0]!;
const csv = (content: string | Buffer): Files => ({ "2018-06.csv": content });
const book = async (content: Promise<Buffer> | Buffer): Promise<Files> => ({ "2018-06.xlsx": await content });
/** 200 good rows and one with these cells. */
const withCells = (cells: SettlementCells) => () => csv(delimited(settlements([cells])));
const withTypedCells = (cells: Partial<Record<keyof typeof settlement, TestCell>>) => () =>
  book(xlsx([sheetOf([...good, { ...settlement, SETL_ID: "C0", MDTRT_ID: "CV0", ...cells }])]));
const everyRow =
  (change: (row: Record<string, string>, i: number) => object, count = 200) =>
  () =>
    csv(delimited(settlements([], count).map((row, i): Record<string, string> => ({ ...row, ...change(row, i) }))));
const replaced = (from: string, to: string) => () => csv(text.replaceAll(from, to));
const parts = () => xlsxParts([sheetOf(good)]);
const sheet = (data: string) =>
  book(zip({ ...parts(), "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${data}</sheetData></worksheet>` }));
const compound = (name: string) =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), Buffer.from(name, "utf16le")]);
const utf16 = (content: string) => Buffer.from(content, "utf16le");
const cut = (content: string) => Buffer.concat([Buffer.from(content), Buffer.from([0xcf, 0xd8, 0x0a])]);
const gb = Buffer.from(text.replaceAll(settlement.FIXMEDINS_NAME, "@@"), "latin1");
const gb18030 = Buffer.from(gb.toString("latin1").replaceAll("@@", "\xca\xbe\xc0\xfd\xcf\xd8"), "latin1");
const recent = { rowsPerMonth: 1000, medianFee: 1000 };

const held = (input: number, what: string, cells: SettlementCells, code: string): BadInput => ({
  input,
  what,
  files: withCells(cells),
  outcome: "hold",
  code,
});
const warned = (input: number, what: string, cells: SettlementCells, code: string): BadInput => ({
  ...held(input, what, cells, code),
  outcome: "warn",
});
const fine = (input: number, what: string, files: BadInput["files"]): BadInput => ({
  input,
  what,
  files,
  outcome: "ok",
});
const remarked = (
  input: number,
  what: string,
  code: string,
  files: BadInput["files"],
  options?: StageOptions,
): BadInput => ({
  input,
  what,
  files,
  outcome: "warn",
  code,
  options,
});
const refused = (
  input: number,
  what: string,
  code: string,
  files: BadInput["files"],
  options?: StageOptions,
): BadInput => ({
  ...remarked(input, what, code, files, options),
  outcome: "refuse",
});

const containers: BadInput[] = [
  refused(1, "0 bytes", "L-101", () => csv("")),
  refused(2, "a header alone", "L-102", () => csv(`${header}\n`)),
  refused(3, "more rows than the limit", "L-103", () => csv(text), {
    settings: { limits: { packedBytes: 1e9, unpackedBytes: 1e9, ratio: 100, rows: 100 } },
  }),
  refused(4, "a bomb", "L-104", () => csv(gzipSync(Buffer.alloc(3 << 20, "1")))),
  refused(5, "a bomb whose list lies", "L-104", async () => {
    const bytes = await zip({ "a.csv": Buffer.alloc(3 << 20, "1") });
    bytes.writeUInt32LE(100, bytes.indexOf("PK\x01\x02", 0, "latin1") + 24);
    return { "a.zip": bytes };
  }),
  refused(6, "an archive in an archive", "L-105", async () => ({
    "a.zip": await zip({ "b.zip": await zip({ "a.csv": text }) }),
  })),
  refused(7, "a path that leads out", "L-105", async () => {
    const bytes = await zip({ aaaaaaaa: text });
    return { "a.zip": Buffer.from(bytes.toString("latin1").replaceAll("aaaaaaaa", "../../xx"), "latin1") };
  }),
  refused(8, "a workbook cut short", "L-106", async () => book((await zip(parts())).subarray(0, -300))),
  refused(9, "cut in mid-row", "L-107", () => csv(text.slice(0, -60))),
  remarked(10, "cut at the end of a row", "L-108", () => csv(text), { recent }),
  refused(10, "cut, with a control total", "L-209", () => ({
    ...csv(text),
    "2018-06.csv.control.json": '{"rows": 300}',
  })),
  refused(10, "a control file that cannot be read", "L-130", () => ({ ...csv(text), "2018-06.csv.control.json": "{" })),
  refused(11, "text under the name of a workbook", "L-109", () => book(Buffer.from(text))),
  refused(12, "binary xls", "L-110", () => ({ "a.xls": compound("Workbook") })),
  refused(13, "a password", "L-111", () => book(compound("EncryptedPackage"))),
  refused(14, "macros", "L-112", () => book(zip({ ...parts(), "xl/vbaProject.bin": "x" }))),
  refused(15, "a document type", "L-113", () =>
    book(zip({ ...parts(), "xl/workbook.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>' })),
  ),
  refused(16, "a row beyond the last", "L-105", () => sheet('<row r="4294967295"/>')),
  refused(16, "a column beyond the last", "L-105", () => sheet('<row r="1"><c r="XFE1"><v>1</v></c></row>')),
  refused(17, "three sheets that may be the data", "L-114", () =>
    book(xlsx(["1月", "2月", "汇总"].map((name, i) => ({ ...sheetOf(good.slice(0, 50 + i)), name })))),
  ),
  refused(17, "a sheet that is not there", "L-118", () => book(xlsx([sheetOf(good)])), { sheet: "3月" }),
  fine(17, "the wrong sheet first", () => book(xlsx([{ name: "说明", rows: [["说明"]] }, sheetOf(good)]))),
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
  refused(24, "a month that has not begun", "L-124", () => csv(text), { period: "2027-03" }),
  fine(26, "characters in the name that turn it", () => ({ "a\u202ecsv.exe": text })),
];

const texts: BadInput[] = [
  fine(31, "a byte order mark", () => csv(`\ufeff${text}`)),
  fine(32, "GB18030", () => csv(gb18030)),
  fine(33, "UTF-16 with its mark", () => csv(utf16(`\ufeff${text}`))),
  refused(34, "UTF-16 without its mark", "L-201", () => csv(utf16(text))),
  refused(35, "bytes of GBK pasted into UTF-8", "L-202", () => csv(cut(text))),
  remarked(
    36,
    "garbled text",
    "L-203",
    everyRow((_, i) => (i === 7 ? { FIXMEDINS_NAME: "锟斤拷锟斤拷" } : {}), 2000),
  ),
  refused(36, "garbled text in many rows", "L-203", replaced(settlement.FIXMEDINS_NAME, "????")),
  refused(36, "a garbled header", "L-203", () => csv("锟斤拷,锟斤拷\n1,2\n")),
  fine(37, "rare characters", replaced(settlement.FIXMEDINS_NAME, "𠮷㐂医院\ue000")),
  warned(38, "zero-width characters", { FIXMEDINS_NAME: "示例县\u200b人民\u202e医院" }, "L-204"),
  remarked(38, "zero bytes", "L-204", () => csv(text.replace("示例县", "示\0例县"))),
  fine(39, "mixed line ends", () => csv(lines.map((line, i) => line + ["\n", "\r\n", "\r"][i % 3]).join(""))),
  fine(40, "line breaks, separators and quotes in quotes", replaced(settlement.FIXMEDINS_NAME, '"甲\n乙,""丙"""')),
  refused(41, "a quote without partner", "L-205", () =>
    csv([...lines.slice(0, 9), `"${lines[9]}`, ...lines.slice(10)].join("\n")),
  ),
  fine(42, "semicolons", () => csv(delimited(good, ";"))),
  fine(42, "tabs", () => csv(delimited(good, "\t"))),
  fine(42, "bars", () => csv(delimited(good, "|"))),
  refused(42, "full-width commas", "L-206", replaced(",", "，")),
  { input: 43, what: "a row too short", files: () => csv(`${text}S9,V9\n`), outcome: "hold", code: "L-207" },
  refused(43, "many rows too short", "L-207", () => csv(`${text}${"S9,V9\n".repeat(5)}`)),
  remarked(44, "a header again", "L-208", () => csv([...lines.slice(0, 90), header, ...lines.slice(90)].join("\n"))),
  fine(45, "blank rows", () => csv(`${lines.slice(0, 90).join("\n")}\n\n  \n,,,,\n${lines.slice(90).join("\n")}\n\n`)),
  fine(46, "a footer", () => csv(`${text}制表人：某某\n`)),
  refused(46, "a total that is missed", "L-209", () =>
    csv(`${text}合计${",".repeat(header.split(",").indexOf("MEDFEE_SUMAMT"))}200021.00${",".repeat(6)}\n`),
  ),
  refused(47, "a column twice", "L-210", replaced("INIT_SETL_ID", "HIFP_PAY")),
  refused(48, "no column of the payment", "L-116", replaced("HIFP_PAY", "X")),
  refused(48, "no such layout", "L-117", () => csv(text), { profile: "nobody" }),
  remarked(
    49,
    "a column that nobody knows",
    "L-211",
    everyRow(() => ({ 备注2: "x" })),
  ),
  fine(50, "columns in another order", () =>
    csv(delimited(good.map((row) => Object.fromEntries(Object.entries(row).reverse())))),
  ),
  refused(51, "moved by one cell from a row on", "L-212", () => {
    const [head, ...rows] = delimited(settlements([], 4000)).trimEnd().split("\n");
    const moved = rows.slice(2500).map((row) => `,${row.slice(0, row.lastIndexOf(","))}`);
    return csv([head, ...rows.slice(0, 2500), ...moved].join("\n"));
  }),
  refused(52, "a cell of 2 MB", "L-105", () => csv(text.replace("示例县人民医院", "x".repeat(2 << 20)))),
  refused(52, "5 000 columns", "L-105", () =>
    csv(`${header},${Array.from({ length: 5000 }, (_, i) => `x${i}`).join(",")}\n1\n`),
  ),
];

const spellings = (input: number, ok: readonly string[], faults: Readonly<Record<string, string>>): BadInput[] => [
  ...ok.map((cell) => fine(input, `the amount ${JSON.stringify(cell)}`, withCells({ MEDFEE_SUMAMT: cell }))),
  ...Object.entries(faults).map(([cell, code]) =>
    held(input, `the amount ${JSON.stringify(cell)}`, { MEDFEE_SUMAMT: cell }, code),
  ),
];
const refund = { REFD_SETL_FLAG: "1", INIT_SETL_ID: "G1", HIFP_PAY: "-600.00" };

const amounts: BadInput[] = [
  ...spellings(53, ["1,234.56", "1 234.56", "¥1,234.56", "1234.56元"], {}),
  ...spellings(54, [], { "12,34.56": "L-301", "1，234": "L-301" }),
  ...spellings(55, ["１２３４．５０"], {}),
  ...spellings(56, [], { 壹佰元整: "L-301" }),
  ...spellings(57, ["1234.500"], { "12.345": "L-302" }),
  fine(57, "0.1 + 0.2 of a spreadsheet", withTypedCells({ MEDFEE_SUMAMT: 1000.1 + 0.2, CASH_PAYAMT: 0.1 + 0.2 })),
  {
    input: 57,
    what: "12.345 of a spreadsheet",
    files: withTypedCells({ MEDFEE_SUMAMT: 1012.345 }),
    outcome: "hold",
    code: "L-302",
  },
  ...spellings(58, [], { "1e9": "L-303", "1E+18": "L-303", "1.2E+05": "L-303" }),
  fine(58, "1.0E5 of a spreadsheet", withTypedCells({ MEDFEE_SUMAMT: { attributes: "", content: "<v>1.0E5</v>" } })),
  ...spellings(59, [], { Inf: "L-304", "#REF!": "L-304", "#N/A": "L-304" }),
  {
    input: 59,
    what: "#DIV/0! of a spreadsheet",
    files: withTypedCells({ HIFP_PAY: errorCell("#DIV/0!") }),
    outcome: "hold",
    code: "L-304",
  },
  ...spellings(60, [], {
    "": "L-305",
    "-": "L-305",
    "—": "L-305",
    无: "L-305",
    NULL: "L-305",
    nan: "L-305",
    "\\N": "L-305",
  }),
  fine(60, "an amount that need not be there", withCells({ CASH_PAYAMT: "NULL" })),
  held(61, "negative without a mark", { MEDFEE_SUMAMT: "-1000.00", HIFP_PAY: "-600.00" }, "L-306"),
  remarked(61, "negative where no column could mark it", "L-306", () =>
    csv(
      delimited(
        settlements([{ MEDFEE_SUMAMT: "-1000.00", HIFP_PAY: "-600.00" }]).map(
          ({ REFD_SETL_FLAG: _, INIT_SETL_ID: __, ...row }) => row as Record<string, string>,
        ),
      ),
    ),
  ),
  ...["(1000.00)", "1000-", "−1000"].map((cell) =>
    fine(62, `the refund ${cell}`, withCells({ ...refund, MEDFEE_SUMAMT: cell })),
  ),
  ...spellings(63, [], {
    "--5": "L-301",
    "+-5": "L-301",
    "0x10": "L-301",
    "1_000": "L-301",
    ".5": "L-301",
    "5.": "L-301",
  }),
  fine(64, "the payment -0", withCells({ HIFP_PAY: "-0" })),
  ...spellings(65, [], { "1000000000": "L-307" }),
  ...spellings(66, [], { "92000000000000000": "L-307" }),
  refused(
    67,
    "the whole file in 万元",
    "L-308",
    everyRow(() => ({ MEDFEE_SUMAMT: "0.12", HIFP_PAY: "0.06" })),
  ),
  refused(
    67,
    "the whole file in 万元, against recent months",
    "L-308",
    everyRow(() => ({ MEDFEE_SUMAMT: "5.12", HIFP_PAY: "2.06" })),
    {
      recent: { rowsPerMonth: 200, medianFee: 50_000 },
    },
  ),
  refused(
    68,
    "one column in 万元",
    "L-308",
    everyRow(() => ({ HIFP_PAY: "0.06" })),
  ),
  refused(
    68,
    "half of the rows in 万元",
    "L-308",
    everyRow((_, i) => (i < 2000 ? {} : { MEDFEE_SUMAMT: "0.12", HIFP_PAY: "0.06" }), 4500),
  ),
  refused(
    69,
    "万元 in the header, 元 in the values",
    "L-309",
    () => csv(text.replaceAll(/MEDFEE_SUMAMT|HIFP_PAY/g, (name) => `${name}（万元）`)),
    {
      settings: { heldShare: 1, ceiling: 1e12 },
    },
  ),
  remarked(
    70,
    "parts that miss the whole",
    "L-310",
    everyRow((_, i) => ({
      FULAMT_OWNPAY_AMT: i === 3 ? "100.06" : "100",
      OVERLMT_SELFPAY: "0",
      PRESELFPAY_AMT: "0",
    })),
  ),
  held(71, "the fund paid more than the fee", { HIFP_PAY: "1000.01" }, "L-311"),
  fine(75, "an apostrophe and a hard blank", withCells({ MEDFEE_SUMAMT: "'1000.00\u00a0" })),
  remarked(76, "a formula", "L-315", withTypedCells({ HIFP_PAY: formulaCell("A1", 600) })),
  {
    input: 76,
    what: "a formula without its result",
    files: withTypedCells({ HIFP_PAY: formulaCell("A1", null) }),
    outcome: "hold",
    code: "L-315",
  },
];

const numbers: BadInput[] = [
  warned(77, "a certificate number in scientific notation", { CERTNO: "3.70102E+17" }, "L-401"),
  remarked(77, "a certificate number as a number", "L-401", withTypedCells({ CERTNO: 370102199001011200 })),
  refused(
    77,
    "many of them",
    "L-401",
    everyRow((_, i) => (i % 10 === 0 ? { CERTNO: "3.70102E+17" } : {})),
  ),
  refused(78, "a settlement number in scientific notation", "L-402", withCells({ SETL_ID: "3.70102E+17" })),
  warned(79, "a wrong check character", { CERTNO: "110105194912310021" }, "L-403"),
  warned(79, "an impossible birthday", { CERTNO: "110105194913310025" }, "L-403"),
  ...[
    "11010519491231002x",
    "1101 0519 4912 31002X",
    "１１０１０５１９４９１２３１００２Ｘ",
    "110105491231002",
    "11010519491231002X\t",
  ].map((cell) => fine(80, `the certificate number ${JSON.stringify(cell)}`, withCells({ CERTNO: cell }))),
  fine(81, "a passport", withCells({ CERTNO: "E12345678" })),
  remarked(
    82,
    "one number in more than 500 rows",
    "L-404",
    everyRow((_, i) => ({ PSN_NO: `P${i}` }), 600),
  ),
  remarked(85, "one code, two names", "L-407", withCells({ FIXMEDINS_NAME: "另一家医院" })),
  fine(
    86,
    "a name that means something elsewhere",
    replaced(settlement.FIXMEDINS_NAME, "=cmd|'/c calc'!A0 <img onerror=x> '; drop table x"),
  ),
  held(87, "the day 45292 in text", { SETL_TIME: "45292" }, "L-408"),
  fine(87, "a day of a spreadsheet", withTypedCells({ SETL_TIME: dateCell(43254.5) })),
  fine(88, "days counted from 1904", () =>
    book(xlsx([sheetOf([...good, { ...settlement, SETL_ID: "C0", SETL_TIME: dateCell(41792.5) }])], { is1904: true })),
  ),
  ...[60, -5].map(
    (serial): BadInput => ({
      input: 89,
      what: `day ${serial}`,
      files: withTypedCells({ SETL_TIME: dateCell(serial) }),
      outcome: "hold",
      code: "L-409",
    }),
  ),
  ...["2024-02-30", "2024-13-01", "0000-01-01", "9999-12-31", "1900-01-01"].map((day) =>
    held(90, day, { SETL_TIME: day }, "L-410"),
  ),
  ...["24-01-01", "01/02/2024", "20240105 25:00:00"].map((day) => held(91, day, { SETL_TIME: day }, "L-411")),
  ...["2018.6.5", "2018年6月5日", "20180605"].map((day) => fine(91, day, withCells({ SETL_TIME: day }))),
  fine(92, "a time of another zone", withCells({ SETL_TIME: "2018-06-03T20:00:00Z" })),
  warned(93, "discharged before admitted", { BEGNDATE: "2018-06-05" }, "L-412"),
  {
    input: 94,
    what: "the same row again",
    files: withCells({ SETL_ID: "G7", MDTRT_ID: "GV7" }),
    outcome: "exclude",
    code: "L-413",
  },
  held(95, "one number, two contents", { SETL_ID: "G7", HIFP_PAY: "500.00" }, "L-414"),
  {
    input: 96,
    what: "an older state of a settlement",
    files: withCells({ SETL_ID: "G7", HIFP_PAY: "500.00", UPDT_TIME: "2018-06-09 00:00:00" }),
    outcome: "exclude",
    code: "L-415",
  },
  remarked(
    97,
    "a letter O in a disease code",
    "L-416",
    everyRow((_, i) => ({ DISE_NO: i === 3 ? "E1O.9" : "E10.9" })),
  ),
  warned(98, "a scheme that nobody knows", { INSUTYPE: "999" }, "L-417"),
  remarked(
    99,
    "an age of 200",
    "L-418",
    everyRow((_, i) => ({ BRDY: "", AGE: i === 3 ? "200" : "20" })),
  ),
  held(100, "a row of another county", { INSU_ADMDVS: "110101" }, "L-419"),
  refused(100, "another county's file", "L-419", () => csv(text), { region: "361030" }),
  { input: 0, what: "a row marked invalid", files: withCells({ VALI_FLAG: "0" }), outcome: "exclude", code: "L-420" },
  held(0, "no person", { PSN_NO: "" }, "L-421"),
  remarked(0, "a funding line that nobody knows", "L-422", () => ({
    "f.csv": "year,line,planned_amount\n2018,别的,1.00\n",
  })),
  refused(0, "many rows held", "L-430", () =>
    csv(delimited(settlements(Array.from({ length: 5 }, () => ({ HIFP_PAY: "?" }))))),
  ),
];

/** Bad inputs 1 to 100 as far as reading one file decides; 0 is what the list does not number. */
export const badInputs: readonly BadInput[] = [...containers, ...texts, ...amounts, ...numbers];
