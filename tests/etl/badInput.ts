import { delimited, type SettlementCells, type StageOptions, settlement, settlements } from "./readingSetup";
import { sheetOf, type TestCell, xlsx, xlsxParts, zip } from "./workbookFiles";

export type Files = Record<string, string | Buffer>;

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

export const good = settlements([]);
export const text = delimited(good);
export const lines = text.trimEnd().split("\n");
export const header = lines[0]!;
export const csv = (content: string | Buffer): Files => ({ "2018-06.csv": content });
export const book = async (content: Promise<Buffer> | Buffer): Promise<Files> => ({ "2018-06.xlsx": await content });
/** 200 good rows and one with these cells. */
export const withCells = (cells: SettlementCells) => () => csv(delimited(settlements([cells])));
export const withTypedCells = (cells: Partial<Record<keyof typeof settlement, TestCell>>) => () =>
  book(xlsx([sheetOf([...good, { ...settlement, SETL_ID: "C0", MDTRT_ID: "CV0", ...cells }])]));
export const everyRow =
  (change: (row: Record<string, string>, i: number) => object, count = 200) =>
  () =>
    csv(delimited(settlements([], count).map((row, i): Record<string, string> => ({ ...row, ...change(row, i) }))));
export const replaced = (from: string, to: string) => () => csv(text.replaceAll(from, to));
export const parts = () => xlsxParts([sheetOf(good)]);
export const sheet = (data: string) =>
  book(zip({ ...parts(), "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${data}</sheetData></worksheet>` }));
export const compound = (name: string) =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), Buffer.from(name, "utf16le")]);
export const utf16 = (content: string) => Buffer.from(content, "utf16le");
export const cut = (content: string) => Buffer.concat([Buffer.from(content), Buffer.from([0xcf, 0xd8, 0x0a])]);
export const gb = Buffer.from(text.replaceAll(settlement.FIXMEDINS_NAME, "@@"), "latin1");
export const gb18030 = Buffer.from(gb.toString("latin1").replaceAll("@@", "\xca\xbe\xc0\xfd\xcf\xd8"), "latin1");
export const recent = { rowsPerMonth: 1000, medianFee: async () => 1000 };

export const held = (input: number, what: string, cells: SettlementCells, code: string): BadInput => ({
  input,
  what,
  files: withCells(cells),
  outcome: "hold",
  code,
});
export const warned = (input: number, what: string, cells: SettlementCells, code: string): BadInput => ({
  ...held(input, what, cells, code),
  outcome: "warn",
});
export const fine = (input: number, what: string, files: BadInput["files"], options?: StageOptions): BadInput => ({
  input,
  what,
  files,
  outcome: "ok",
  options,
});
export const remarked = (
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
export const refused = (
  input: number,
  what: string,
  code: string,
  files: BadInput["files"],
  options?: StageOptions,
): BadInput => ({
  ...remarked(input, what, code, files, options),
  outcome: "refuse",
});

export const spellings = (
  input: number,
  ok: readonly string[],
  faults: Readonly<Record<string, string>>,
): BadInput[] => [
  ...ok.map((cell) => fine(input, `the amount ${JSON.stringify(cell)}`, withCells({ MEDFEE_SUMAMT: cell }))),
  ...Object.entries(faults).map(([cell, code]) =>
    held(input, `the amount ${JSON.stringify(cell)}`, { MEDFEE_SUMAMT: cell }, code),
  ),
];
