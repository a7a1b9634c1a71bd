import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import { literal } from "@/domain/sqlLiteral";

export interface WarehouseOptions {
  /** Folders that SQL may read and write; everything else on the machine is out of reach. */
  readonly folders: readonly string[];
  /** Where DuckDB may spill; emptied at every start because it can hold what is being loaded. */
  readonly spillFolder: string;
  readonly memoryLimit?: string;
  readonly threads?: number;
}

/**
 * What a statement no longer needs goes back to the machine soon: else a process keeps the sum of its peaks. Not at once:
 * pages that are given back and taken again cost a twentieth of a load. And what it asks for more than once is read again:
 * of a large month, rows kept between would be the peak.
 */
const sparing = {
  allocator_flush_threshold: "64MB",
  allocator_bulk_deallocation_flush_threshold: "64MB",
  disabled_optimizers: "common_subplan",
};

/** Bytes that the process may have taken since it last gave back. */
const sparePart = 64e6;

/** A value as DuckDB writes it: exact decimals as strings, counts as strings, lists as arrays. */
export type Cell = string | number | boolean | null | Cell[] | { [key: string]: Cell };
export type Row = Record<string, Cell>;

/** One locked-down in-memory DuckDB session over Parquet. Statements are always prepared, so one call runs one statement. */
export class Warehouse {
  /** Bytes that the process held at first, or when it last gave back. */
  private held = process.memoryUsage.rss();

  private constructor(
    private readonly instance: DuckDBInstance,
    readonly connection: DuckDBConnection,
    private readonly memoryLimit: string,
  ) {}

  static async open({ memoryLimit = "1GB", ...options }: WarehouseOptions): Promise<Warehouse> {
    const instance = await DuckDBInstance.create(":memory:", {
      memory_limit: memoryLimit,
      ...sparing,
      threads: String(options.threads ?? 2),
      temp_directory: options.spillFolder,
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
    });
    const connection = await instance.connect();
    const folders = [...options.folders, options.spillFolder].map((folder) => literal(`${folder}/`));
    await connection.run("set TimeZone = 'Asia/Shanghai'");
    await connection.run("set parquet_metadata_cache = true");
    await connection.run(`set allowed_directories = [${folders.join(", ")}]`);
    await connection.run("set enable_external_access = false");
    await connection.run("set allowed_configs = ['memory_limit']");
    await connection.run("set lock_configuration = true");
    return new Warehouse(instance, connection, memoryLimit);
  }

  /** For a statement that writes; what it took and no longer needs goes back to the machine, where that is much. */
  async run(sql: string, values: DuckDBValue[] | Record<string, DuckDBValue> = []): Promise<void> {
    await this.execute(sql, values);
    if (process.memoryUsage.rss() < this.held + sparePart) return;
    // Whenever its limit is set, the same one too, DuckDB gives back all that is free.
    await this.execute(`set memory_limit = '${this.memoryLimit}'`);
    this.held = process.memoryUsage.rss();
  }

  private async execute(sql: string, values: DuckDBValue[] | Record<string, DuckDBValue> = []): Promise<void> {
    const statement = await this.connection.prepare(sql);
    try {
      statement.bind(values);
      await statement.run();
    } finally {
      statement.destroySync();
    }
  }

  /** All rows, exact: decimals and 64-bit integers arrive as strings. */
  async rows<T extends Row = Row>(sql: string, values: DuckDBValue[] | Record<string, DuckDBValue> = []): Promise<T[]> {
    const statement = await this.connection.prepare(sql);
    try {
      statement.bind(values);
      const result = await statement.run();
      return (await result.getRowObjectsJson()) as T[];
    } finally {
      statement.destroySync();
    }
  }

  /** Ends the statement that runs, which then rejects; without one it does nothing. */
  interrupt(): void {
    this.connection.interrupt();
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}
