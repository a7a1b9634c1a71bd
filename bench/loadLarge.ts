import { createReadStream, createWriteStream, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import ExcelJS from "exceljs";
import { addedBy, compare, decodedFloorSeconds, linesOf, loadBothWays, loadInProcess, writeMonth } from "./load";

const million = 1_000_000;
const storeMonths = 36;
const storeRows = 300_000;

/** The columns of a spreadsheet as bureaus export it: what the figures need, no more. */
const sheetColumns = [
  ...["SETL_ID", "INIT_SETL_ID", "MDTRT_ID", "PSN_NO", "PSN_NAME", "CERTNO", "BRDY", "INSUTYPE", "INSU_ADMDVS"],
  ...["FIXMEDINS_CODE", "FIXMEDINS_NAME", "HOSP_LV", "FIX_BLNG_ADMDVS", "BEGNDATE", "ENDDATE", "SETL_TIME", "MED_TYPE"],
  ...[
    "MEDFEE_SUMAMT",
    "INSCP_AMT",
    "HIFP_PAY",
    "HIFMI_PAY",
    "MAF_PAY",
    "FUND_PAY_SUMAMT",
    "CASH_PAYAMT",
    "REFD_SETL_FLAG",
  ],
];

/** Ten million rows in both encodings, beside one million. */
export async function benchTenMillion(folder: string): Promise<[string, string][]> {
  const single = await loadBothWays(join(folder, "one"), million, "2018-06");
  const ten = await loadBothWays(join(folder, "ten"), 10 * million, "2018-05");
  const times = ten.whole.times.seconds / single.whole.times.seconds;
  return [
    ["gates: peak 2 GB (goal 1 GB)", ""],
    ...linesOf("10 M rows, UTF-8", ten.whole),
    ["10 M ÷ 1 M (gate 10, goal 9)", times.toFixed(2)],
    ...linesOf("10 M rows, GB18030", ten.decoded),
    addedBy(ten.whole, ten.decoded),
  ];
}

/** A sheet of a million rows; the floor streams it through exceljs into a text that DuckDB reads. */
export async function benchSpreadsheet(folder: string): Promise<[string, string][]> {
  const csv = join(folder, "2018-04.csv");
  const sheet = join(folder, "2018-04.xlsx");
  const plain = join(folder, "decoded.csv");
  await writeMonth(csv, million, "2018-04", "utf-8");
  await writeSheet(csv, sheet);
  rmSync(csv);
  const floor = () => decodedFloorSeconds(plain, folder, () => pipeline(rowsOfSheet(sheet), createWriteStream(plain)));
  const [loaded] = await compare(million, folder, [{ file: sheet, floor }]);
  rmSync(sheet);
  const name = `xlsx of 1 M rows, ${sheetColumns.length} columns, ${Math.round(loaded!.bytes / 1e6)} MB`;
  return linesOf(name, loaded!);
}

async function* rowsOfSheet(path: string): AsyncGenerator<string> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookReader(path, { sharedStrings: "cache", worksheets: "emit" });
  for await (const sheet of workbook)
    for await (const row of sheet) yield `${(row.values as ExcelJS.CellValue[]).slice(1).join(",")}\n`;
}

/** The chosen columns of a CSV without quotes, as a sheet written in one stream. */
async function writeSheet(csv: string, path: string): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: false });
  const sheet = workbook.addWorksheet("结算");
  let places: number[] | null = null;
  for await (const line of createInterface({ input: createReadStream(csv) })) {
    const cells = line.split(",");
    places ??= sheetColumns.map((name) => cells.indexOf(name));
    sheet.addRow(places.map((place) => cells[place])).commit();
  }
  sheet.commit();
  await workbook.commit();
}

/** The same month into a store of 36 large months and into an empty one. */
export async function benchStore(folder: string): Promise<[string, string][]> {
  const months = Array.from(
    { length: storeMonths + 1 },
    (_, index) => `${2016 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`,
  );
  const store = join(folder, "store");
  const last = months.at(-1)!;
  const fileOf = async (month: string) => {
    const file = join(folder, `${month}.csv`);
    await writeMonth(file, storeRows, month, "utf-8");
    return file;
  };
  for (const month of months.slice(0, -1)) {
    const file = await fileOf(month);
    await loadInProcess(file, store);
    rmSync(file);
  }
  const file = await fileOf(last);
  const empty = await loadInProcess(file, join(folder, "empty"));
  const full = await loadInProcess(file, store);
  return [
    [`a month of 300 000 into ${storeMonths} such months`, `${full.seconds.toFixed(1)} s`],
    ["÷ into an empty store (gate 1.5, goal 1.2)", (full.seconds / empty.seconds).toFixed(2)],
  ];
}
