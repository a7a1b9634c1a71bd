import { join } from "node:path";
import type { FactFile } from "@/domain/factFile";
import type { Finding } from "@/domain/load";
import { pathList } from "@/etl/sql/literals";
import { type FactRows, replacedRows } from "@/etl/sql/replacedRows";
import type { ExtractInForce } from "@/etl/steps/inForce";
import type { Warehouse } from "@/warehouse/connection";

/**
 * L-121, for each month of settlements that a load brings again with other content: how many rows come, go and change, and
 * what that does to the money. `version` is the one that everybody sees.
 */
export async function replacedMonths(
  warehouse: Warehouse,
  load: {
    readonly warehouseFolder: string;
    readonly version: number;
    readonly before: { readonly extracts: readonly ExtractInForce[]; readonly files: readonly FactFile[] };
    /** The load's own extracts, with the names of their files. */
    readonly own: readonly (Pick<ExtractInForce, "kind" | "scheme" | "coverage"> & { readonly fileName: string })[];
    /** The facts of the version to come. */
    readonly files: readonly FactFile[];
  },
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const settlementsOf = (files: readonly FactFile[], month: string) =>
    files.find(({ table, partition }) => table === "fct_settlements" && partition === month);
  const compared = new Set<string>();
  for (const { kind, scheme, coverage, fileName } of load.own) {
    if (kind !== "settlements") continue;
    for (const month of coverage) {
      if (compared.has(month)) continue;
      const isKnown = load.before.extracts.some(
        (extract) => extract.kind === kind && extract.scheme === scheme && extract.parts.includes(month),
      );
      const old = settlementsOf(load.before.files, month);
      const next = settlementsOf(load.files, month);
      if (!isKnown || !old || !next || old.contentHash === next.contentHash) continue;
      compared.add(month);
      const [pathBefore, pathAfter] = [old, next].map(({ path }) => pathList([join(load.warehouseFolder, path)]));
      const [rows] = await warehouse.rows<FactRows>(replacedRows(pathBefore!, pathAfter!));
      const { added, removed, changed, fee, pool } = rows!;
      // The same rows by other rules: a hash of another release, a status of another registry.
      if ([added, removed, changed].every((count) => Number(count) === 0)) continue;
      findings.push({
        ...{ code: "L-121", severity: "warn", file: fileName, column: null, first_rows: [], total_fee_amount: null },
        rows: Number(added) + Number(removed) + Number(changed),
        details: { month, version: load.version, added, removed, changed, fee: signed(fee), pool: signed(pool) },
      });
    }
  }
  return findings;
}

const signed = (amount: string) => (amount.startsWith("-") ? amount : `+${amount}`);
