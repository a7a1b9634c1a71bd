import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FactFile, FactTable } from "@/domain/factFile";
import type { Storage } from "@/figures/publication";
import { Warehouse } from "@/warehouse/connection";
import { factTables } from "@/warehouse/facts";

export type FactRow = Record<string, string | number | boolean | null>;
export type CountyRows = Partial<Record<FactTable, readonly FactRow[]>>;

export const region = "361031";
export const scheme = "390";

/** Writes rows as the Parquet files of a data version, one per month or year, as publication does. */
export async function writeFacts(warehouse: Warehouse, folder: string, tables: CountyRows): Promise<FactFile[]> {
  const files: FactFile[] = [];
  for (const [table, rows] of Object.entries(tables) as [FactTable, readonly FactRow[]][]) {
    const partitions = new Map<string, FactRow[]>();
    for (const row of rows) {
      const partition = String(row.month ?? row.year ?? "all");
      partitions.set(partition, [...(partitions.get(partition) ?? []), row]);
    }
    for (const [partition, own] of partitions) files.push(await writeFile(warehouse, folder, table, partition, own));
  }
  return files;
}

let written = 0;

async function writeFile(
  warehouse: Warehouse,
  folder: string,
  table: FactTable,
  partition: string,
  rows: readonly FactRow[],
): Promise<FactFile> {
  written += 1;
  const path = `facts/${table}/${region}/${partition}-${written}.parquet`;
  await mkdir(dirname(join(folder, path)), { recursive: true });
  const columns = Object.entries(factTables[table]);
  const cell = (row: FactRow, name: string) => {
    const value = row[name] ?? (name === "region" ? region : name === "scheme" ? scheme : null);
    return value === null ? "null" : `'${String(value).replaceAll("'", "''")}'`;
  };
  const values = rows.map((row) => `(${columns.map(([name]) => cell(row, name)).join(", ")})`);
  const casts = columns.map(([name, type]) => `${name}::${type} as ${name}`);
  await warehouse.run(`create or replace temp table written as
    select ${casts.join(", ")} from (values ${values.join(", ")}) as t(${columns.map(([name]) => name).join(", ")})`);
  await warehouse.run(`copy written to '${join(folder, path)}' (format parquet)`);
  return {
    table,
    region,
    partition,
    path,
    rows: rows.length,
    contentHash: `${table}-${partition}-${written}`,
    statedHash: `${table}-${partition}-${written}`,
    derivedBy: "",
  };
}

/** Opens a writer over the folders of an installation. */
export async function openWriter({ home }: Storage): Promise<Warehouse> {
  await mkdir(home.warehouseFolder, { recursive: true });
  await mkdir(home.spillFolder, { recursive: true });
  return Warehouse.open({ folders: [home.warehouseFolder], spillFolder: home.spillFolder });
}

/** Makes files a version that everybody sees. */
export async function publishFiles({ database: { sql } }: Storage, version: number, files: FactFile[]): Promise<void> {
  await sql`
    with added as (
      insert into data_versions (version, published_at, load_ids, content_hash, files)
      values (${version}, '2018-07-05T09:00:00+08:00', '{}', ${`hash ${version}`}, ${JSON.stringify(files)})
    )
    insert into publication (id, version) values (1, ${version})
    on conflict (id) do update set version = excluded.version`;
}

/** A settlement row that counts, with what a test does not care about filled in. */
export function settlement(row: FactRow): FactRow {
  written += 1;
  const uuid = `00000000-0000-4000-8000-${String(written).padStart(12, "0")}`;
  const fee = row.total_fee_amount ?? "0.00";
  return {
    insured_region: `${region.slice(0, 4)}31`,
    settled_on: `${row.month}-15`,
    institution: "H001",
    tier: "county",
    visit_class: "inpatient",
    special_disease: false,
    hardship_status: "none",
    voucher_kind: "02",
    settlement_key: uuid,
    person_key: uuid,
    reversal: false,
    cases: 1,
    inpatient_days: row.visit_class === "outpatient" ? 0 : 5,
    total_fee_amount: "0.00",
    in_scope_fee_amount: fee,
    pool_pay_amount: "0.00",
    serious_illness_pay_amount: "0.00",
    medical_aid_pay_amount: "0.00",
    other_guarantee_pay_amount: "0.00",
    fund_pay_amount: "0.00",
    account_pay_amount: "0.00",
    cash_pay_amount: "0.00",
    load_id: "L1",
    extract_number: 1,
    row_number: 1,
    first_seen_version: 1,
    first_seen_on: "2018-07-05",
    ...row,
  };
}

/** A person token that is the same in every test. */
export function person(number: number): string {
  return `11111111-0000-4000-8000-${String(number).padStart(12, "0")}`;
}
