import { join } from "node:path";
import type { FactFile } from "@/domain/factFile";
import type { Finding, LoadReport, Reconciled } from "@/domain/load";
import { heldInVersionPath } from "@/etl/corrections/heldRows";
import { copyToParquet } from "@/etl/sql/copyToParquet";
import { createOwnExtracts, loadFindings, ownHeldRows, unknownListedCodes } from "@/etl/sql/loadFindings";
import { toCents, toYuan } from "@/etl/steps/cents";
import type { Warehouse } from "@/warehouse/connection";

/** Rows of one extract of which the whole version says the same. */
export interface DerivedFinding {
  readonly extractNumber: number;
  readonly code: string;
  /** Excluded and held rows do not count. */
  readonly severity: "exclude" | "hold" | "warn";
  readonly rows: number;
  /** How many of them are late. */
  readonly late: number;
  /** Yuan; null where the kind has no amounts. */
  readonly totalFeeAmount: string | null;
  readonly poolPayAmount: string | null;
  readonly firstRows: readonly number[];
  /** Codes that no map knows; empty for other findings. */
  readonly codes: readonly string[];
}

/** What the derivation that has just run in this session says of the rows of one load; keeps the rows that it holds. */
export async function derivedFindings(
  warehouse: Warehouse,
  load: {
    loadId: string;
    region: string;
    hasRegistry: boolean;
    warehouseFolder: string;
    /** The facts of the version to come. */
    files: readonly FactFile[];
  },
): Promise<DerivedFinding[]> {
  const facts = load.files
    .filter(({ table, path }) => table === "fct_settlements" && path.includes(load.loadId))
    .map(({ path }) => join(load.warehouseFolder, path));
  await warehouse.run(createOwnExtracts, [load.loadId]);
  await warehouse.run(copyToParquet(ownHeldRows, heldInVersionPath(load.warehouseFolder, load.loadId), "archive"));
  const province = { province: load.region.slice(0, 2) };
  const found = [
    ...(await warehouse.rows(loadFindings(facts, load.hasRegistry), facts.length > 0 ? province : {})),
    ...(await warehouse.rows(unknownListedCodes, province)),
  ];
  return found.map((row) => ({
    extractNumber: Number(row.extract_number),
    code: String(row.code),
    severity: row.severity as DerivedFinding["severity"],
    rows: Number(row.rows),
    late: Number(row.late),
    totalFeeAmount: row.total_fee_amount as string | null,
    poolPayAmount: row.pool_pay_amount as string | null,
    firstRows: (row.first_rows as unknown[]).map(Number),
    codes: (row.codes as string[] | null) ?? [],
  }));
}

/** The report with these findings: rows that do not count move from accepted to excluded or held, with their money. */
export function withDerivedFindings(report: LoadReport, findings: readonly DerivedFinding[]): LoadReport {
  const next = structuredClone(report);
  const { rows, total_fee_amount: fee, pool_pay_amount: pool } = next.reconciliation;
  for (const finding of findings) {
    const file = next.files[finding.extractNumber - 1]!;
    file.by_reason[finding.code] = (file.by_reason[finding.code] ?? 0) + finding.rows;
    next.findings.push(described(finding, file.file));
    if (finding.severity === "warn") continue;
    const fate = finding.severity === "hold" ? "quarantined" : "excluded";
    file.accepted -= finding.rows;
    file.late -= finding.late;
    file[fate] += finding.rows;
    rows.accepted -= finding.rows;
    rows[fate] += finding.rows;
    move(fee, fate, finding.totalFeeAmount);
    move(pool, fate, finding.poolPayAmount);
  }
  return next;
}

function move(amounts: Reconciled<string>, fate: "quarantined" | "excluded", amount: string | null): void {
  const cents = toCents(amount ?? "0");
  amounts.accepted = toYuan(toCents(amounts.accepted) - cents);
  amounts[fate] = toYuan(toCents(amounts[fate]) + cents);
}

function described(finding: DerivedFinding, file: string): Finding {
  const details: Finding["details"] = { rows: finding.rows, amount: finding.totalFeeAmount ?? "—" };
  if (finding.codes.length > 0) details.codes = finding.codes.join("、");
  return {
    code: finding.code,
    severity: finding.severity,
    file,
    column: null,
    rows: finding.rows,
    total_fee_amount: finding.totalFeeAmount,
    first_rows: [...finding.firstRows],
    details,
  };
}
