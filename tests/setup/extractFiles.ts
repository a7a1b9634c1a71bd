import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/** One settlement as a bureau's file says it; what is left out stays empty, amounts and flags take what is usual. */
export interface FileRow {
  id: string;
  original?: string;
  visit?: string;
  person?: string;
  name?: string;
  certificate?: string;
  phone?: string;
  /** INSU_ADMDVS. */
  home?: string;
  /** FIXMEDINS_CODE, HOSP_LV and FIX_BLNG_ADMDVS. */
  institution?: string;
  level?: string;
  place?: string;
  /** 2018-06-03 or with a time of day. */
  settled: string;
  begun?: string;
  ended?: string;
  /** MED_TYPE: 21 inpatient, 11 outpatient, 14 chronic. */
  type?: string;
  fee: string;
  pool: string;
  updated?: string;
  valid?: string;
  refund?: string;
  midStay?: string;
  countsAsStay?: string;
}

const columns: Record<string, (row: FileRow) => string | undefined> = {
  SETL_ID: (row) => row.id,
  INIT_SETL_ID: (row) => row.original,
  MDTRT_ID: (row) => row.visit ?? `V${row.id}`,
  PSN_NO: (row) => row.person ?? `P${row.id}`,
  PSN_NAME: (row) => row.name,
  CERTNO: (row) => row.certificate,
  联系电话: (row) => row.phone,
  INSU_ADMDVS: (row) => row.home ?? "361031",
  FIXMEDINS_CODE: (row) => row.institution ?? "H1",
  HOSP_LV: (row) => row.level ?? "05",
  FIX_BLNG_ADMDVS: (row) => row.place ?? "361031",
  BEGNDATE: (row) => row.begun ?? row.settled.slice(0, 10),
  ENDDATE: (row) => row.ended ?? row.settled.slice(0, 10),
  SETL_TIME: (row) => row.settled,
  MED_TYPE: (row) => row.type ?? "11",
  MEDFEE_SUMAMT: (row) => row.fee,
  HIFP_PAY: (row) => row.pool,
  REFD_SETL_FLAG: (row) => row.refund ?? "0",
  VALI_FLAG: (row) => row.valid ?? "1",
  MID_SETL_FLAG: (row) => row.midStay,
  CAL_IPT_CNT: (row) => row.countsAsStay,
  UPDT_TIME: (row) => row.updated ?? `${row.settled.slice(0, 10)} 20:00:00`,
};

/** Writes a settlement extract in the warehouse layout and answers its path. */
export async function writeSettlements(folder: string, name: string, rows: readonly FileRow[]): Promise<string> {
  const lines = rows.map((row) => Object.values(columns).map((value) => value(row) ?? ""));
  return writeTable(folder, name, Object.keys(columns), lines);
}

/** Writes any table as CSV and answers its path. */
export async function writeTable(
  folder: string,
  name: string,
  headers: readonly string[],
  lines: readonly (readonly string[])[],
): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, [headers, ...lines].map((cells) => `${cells.join(",")}\n`).join(""));
  return path;
}
