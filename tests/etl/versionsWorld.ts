import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { FactFile } from "@/domain/factFile";
import type { ExtractKind } from "@/domain/load";
import { stagedTables } from "@/etl/staged";
import { type Derived, derive } from "@/etl/steps/derive";
import { type ExtractInForce, extractsInForce, type LoadedExtract } from "@/etl/steps/inForce";
import { type Row, Warehouse } from "@/warehouse/connection";

/** A staged row by column; what is left out is null. Keys (`…_key`) are any text. */
export type StagedRow = Record<string, string | number | boolean | null>;

export interface TestExtract {
  readonly kind: ExtractKind;
  readonly coverage: readonly string[];
  readonly rows: readonly StagedRow[];
}

export const region = "361031";

/** A warehouse of staged rows written by hand: loads are put in force one after another and derived. */
export class VersionsWorld {
  private constructor(
    readonly folder: string,
    readonly warehouse: Warehouse,
  ) {}

  static async open(): Promise<VersionsWorld> {
    const folder = await mkdtemp(join(tmpdir(), "yizhang-versions-"));
    for (const name of ["warehouse", "spill"]) await mkdir(join(folder, name));
    const warehouse = await Warehouse.open({
      folders: [join(folder, "warehouse")],
      spillFolder: join(folder, "spill"),
    });
    return new VersionsWorld(folder, warehouse);
  }

  get warehouseFolder(): string {
    return join(this.folder, "warehouse");
  }

  /** Writes the accepted rows of one load, as the stage before does. */
  async stage(loadId: string, extracts: readonly TestExtract[]): Promise<LoadedExtract[]> {
    const staged: LoadedExtract[] = [];
    for (const [index, { kind, coverage, rows }] of extracts.entries()) {
      const extractNumber = index + 1;
      const path = `loads/${loadId}/${extractNumber}-${kind}.parquet`;
      await this.write(kind, path, rows);
      staged.push({ loadId, extractNumber, scheme: "390", kind, coverage, path });
    }
    return staged;
  }

  private async write(kind: ExtractKind, path: string, rows: readonly StagedRow[]): Promise<void> {
    const columns = Object.entries(stagedTables[kind]);
    const texts = Object.fromEntries(columns.map(([name]) => [name, "varchar"]));
    const casts = columns.map(([name, type]) =>
      name.endsWith("_key") ? `md5(${name})::uuid as ${name}` : `cast(${name} as ${type}) as ${name}`,
    );
    const target = join(this.warehouseFolder, path);
    await mkdir(dirname(target), { recursive: true });
    const written = rows.map((row, index) =>
      Object.fromEntries(
        columns.map(([name]) => [name, asText(row[name] ?? (name === "row_number" ? index + 2 : null))]),
      ),
    );
    await this.warehouse.run(
      `copy (select ${casts.join(", ")} from (select unnest(from_json($1, $2), recursive := true))) to '${target}' (format parquet)`,
      [JSON.stringify(written), JSON.stringify([texts])],
    );
  }

  /** Derives one version from loads in their order of publication, on top of `before`. */
  async derive(
    loads: readonly LoadedExtract[][],
    before: Version | null,
    publishedOn = "2021-06-01",
  ): Promise<Version> {
    const after = extractsInForce(loads.flat());
    const number = (before?.number ?? 0) + 1;
    const derived = await derive(this.warehouse, {
      region,
      warehouseFolder: this.warehouseFolder,
      before: { extracts: before?.extracts ?? [], files: before?.files ?? [] },
      after,
      version: number,
      localCodes: [],
      publishedOn,
      writtenBy: `v${number}${before ? "" : "first"}${Math.random().toString(36).slice(2, 8)}`,
    });
    return { number, extracts: after, ...derived };
  }

  /** All settlement facts of a version, by settlement. */
  async settlements(version: Version): Promise<Row[]> {
    return this.rows(version.files, "fct_settlements", "settlement_key");
  }

  async rows(files: readonly FactFile[], table: string, order: string): Promise<Row[]> {
    const paths = files
      .filter((file) => file.table === table)
      .map(({ path }) => `'${join(this.warehouseFolder, path)}'`);
    if (paths.length === 0) return [];
    return this.warehouse.rows(`select * from read_parquet([${paths.join(", ")}]) order by ${order}`);
  }

  async close(): Promise<void> {
    this.warehouse.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

export interface Version extends Derived {
  readonly number: number;
  readonly extracts: readonly ExtractInForce[];
}

/** Table, partition and content of every file: equal for equal content. */
export function contents(files: readonly FactFile[]): string[] {
  return files.map(({ table, partition, contentHash }) => `${table} ${partition} ${contentHash}`).sort();
}

const asText = (value: string | number | boolean | null) => (value === null ? null : String(value));
