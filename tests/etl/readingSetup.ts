import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Encoding, ExtractKind } from "@/domain/load";
import { parsePeriod } from "@/domain/period";
import type { Profile } from "@/etl/profiles/define";
import type { RecentMonths } from "@/etl/review/recentMonths";
import type { StagedLoad } from "@/etl/steps/judged";
import { type LoadSettings, stageLoad } from "@/etl/steps/stage";
import { Warehouse } from "@/warehouse/connection";

export const personKeyOfTests = Buffer.alloc(32, 42);

/** A settlement in the warehouse layout; tests change single cells. */
export const settlement = {
  SETL_ID: "S1",
  INIT_SETL_ID: "",
  MDTRT_ID: "V1",
  PSN_NO: "36100000000001",
  CERTNO: "11010519491231002X",
  BRDY: "1949-12-31",
  INSUTYPE: "390",
  INSU_ADMDVS: "361031",
  FIXMEDINS_CODE: "H36103100001",
  FIXMEDINS_NAME: "示例县人民医院",
  HOSP_LV: "05",
  FIX_BLNG_ADMDVS: "361031",
  BEGNDATE: "2018-06-01",
  ENDDATE: "2018-06-03",
  SETL_TIME: "2018-06-03 11:41:27",
  MED_TYPE: "2101",
  CLR_WAY: "1",
  MEDFEE_SUMAMT: "1000.00",
  INSCP_AMT: "900.00",
  HIFP_PAY: "600.00",
  CASH_PAYAMT: "400.00",
  REFD_SETL_FLAG: "0",
  VALI_FLAG: "1",
  UPDT_TIME: "2018-06-03 12:00:00",
};
export type SettlementCells = Partial<Record<keyof typeof settlement, string>>;

/** `count` good rows with their own ids, followed by `changed` ones, so that one held row stays below the limit. */
export function settlements(changed: readonly SettlementCells[], count = 200): Record<string, string>[] {
  const good = Array.from({ length: count }, (_, i) => ({ ...settlement, SETL_ID: `G${i}`, MDTRT_ID: `GV${i}` }));
  return [...good, ...changed.map((cells, i) => ({ ...settlement, SETL_ID: `C${i}`, MDTRT_ID: `CV${i}`, ...cells }))];
}

/** A delimited text of rows; cells that need quotes get them. */
export function delimited(rows: readonly Record<string, string>[], separator = ",", lineEnd = "\n"): string {
  const quote = (cell: string) =>
    cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const header = Object.keys(rows[0]!);
  return [header, ...rows.map((row) => header.map((name) => row[name] ?? ""))]
    .map((cells) => cells.map(quote).join(separator) + lineEnd)
    .join("");
}

export interface StageOptions {
  period?: string;
  kind?: ExtractKind;
  profile?: string;
  described?: readonly Profile[];
  sheet?: string;
  encoding?: Encoding;
  settings?: Partial<LoadSettings>;
  today?: string;
  recent?: RecentMonths;
  region?: string;
}

/** A folder with a warehouse in it; files given as bytes are staged as one load. */
export class ReadingBench {
  readonly folder = mkdtempSync(join(tmpdir(), "reading-"));
  private count = 0;
  private constructor(readonly warehouse: Warehouse) {}

  static async open(): Promise<ReadingBench> {
    const folder = mkdtempSync(join(tmpdir(), "reading-warehouse-"));
    mkdirSync(join(folder, "spill"));
    mkdirSync(join(folder, "warehouse"));
    const warehouse = await Warehouse.open({
      folders: [join(folder, "warehouse")],
      spillFolder: join(folder, "spill"),
    });
    const bench = new ReadingBench(warehouse);
    bench.root = folder;
    return bench;
  }

  root = "";

  async stage(files: Record<string, string | Buffer>, options: StageOptions = {}): Promise<StagedLoad> {
    const folder = join(this.folder, String(++this.count));
    mkdirSync(folder);
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return stageLoad(this.warehouse, {
      loadId: `load-${this.count}`,
      files: Object.keys(files)
        .filter((name) => !name.endsWith(".control.json"))
        .map((name) => ({ path: join(folder, name), name })),
      region: options.region ?? "361031",
      regionName: "示例县",
      scheme: "390",
      period: options.period ? parsePeriod(options.period) : null,
      kind: options.kind ?? null,
      profile: options.profile ?? null,
      described: options.described,
      sheet: options.sheet ?? null,
      encoding: options.encoding ?? null,
      personKey: personKeyOfTests,
      warehouseFolder: join(this.root, "warehouse"),
      spillFolder: join(this.root, "spill"),
      recent: options.recent,
      today: options.today ?? "2018-07-05",
      settings: options.settings,
    });
  }

  /** Rows of a staged extract, in the order of the file. */
  accepted(load: StagedLoad, extract = 0) {
    return this.warehouse.rows(
      `select * from read_parquet('${join(this.root, "warehouse", load.extracts[extract]!.path)}') order by row_number`,
    );
  }

  held(load: StagedLoad, extract = 0) {
    const path = load.extracts[extract]!.path.replace(/-[a-z_]+\.parquet$/, "-held.parquet");
    return this.warehouse.rows(
      `select * from read_parquet('${join(this.root, "warehouse", path)}') order by row_number`,
    );
  }

  filesLeft(): string[] {
    return (readdirSync(this.root, { recursive: true }) as string[]).filter((name) => name.includes("."));
  }

  close(): void {
    this.warehouse.close();
    rmSync(this.root, { recursive: true, force: true });
    rmSync(this.folder, { recursive: true, force: true });
  }
}
