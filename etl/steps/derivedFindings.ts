import { join } from "node:path";
import type { FactFile } from "@/domain/factFile";
import type { Finding, LoadReport } from "@/domain/load";
import { createOwnExtracts, loadFindings, unknownIdentities } from "@/etl/sql/loadFindings";
import { toCents, toYuan } from "@/etl/steps/cents";
import type { Warehouse } from "@/warehouse/connection";

/** Rows of one extract of which the whole version says the same. */
export interface DerivedFinding {
  readonly extractNumber: number;
  readonly code: string;
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

/** Rows that do not count; every other finding is a warning. */
const excluding = ["L-415", "L-501"];

/** What the derivation that has just run in this session says of the rows of one load. */
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
  const found = [
    ...(await warehouse.rows(loadFindings(facts), { has_registry: load.hasRegistry })),
    ...(await warehouse.rows(unknownIdentities, { province: load.region.slice(0, 2) })),
  ];
  return found.map((row) => ({
    extractNumber: Number(row.extract_number),
    code: String(row.code),
    rows: Number(row.rows),
    late: Number(row.late),
    totalFeeAmount: row.total_fee_amount as string | null,
    poolPayAmount: row.pool_pay_amount as string | null,
    firstRows: (row.first_rows as unknown[]).map(Number),
    codes: (row.codes as string[] | null) ?? [],
  }));
}

/** The report with these findings: rows that do not count move from accepted to excluded, with their money. */
export function withDerivedFindings(report: LoadReport, findings: readonly DerivedFinding[]): LoadReport {
  const next = structuredClone(report);
  const { rows, total_fee_amount: fee, pool_pay_amount: pool } = next.reconciliation;
  for (const finding of findings) {
    const file = next.files[finding.extractNumber - 1]!;
    file.by_reason[finding.code] = (file.by_reason[finding.code] ?? 0) + finding.rows;
    next.findings.push(described(finding, file.file));
    if (!excluding.includes(finding.code)) continue;
    file.accepted -= finding.rows;
    file.late -= finding.late;
    file.excluded += finding.rows;
    rows.accepted -= finding.rows;
    rows.excluded += finding.rows;
    move(fee, finding.totalFeeAmount);
    move(pool, finding.poolPayAmount);
  }
  return next;
}

function move(amounts: { accepted: string; excluded: string }, amount: string | null): void {
  const cents = toCents(amount ?? "0");
  amounts.accepted = toYuan(toCents(amounts.accepted) - cents);
  amounts.excluded = toYuan(toCents(amounts.excluded) + cents);
}

function described(finding: DerivedFinding, file: string): Finding {
  const details: Finding["details"] = { rows: finding.rows };
  if (finding.codes.length > 0) details.codes = finding.codes.join("、");
  return {
    code: finding.code,
    severity: excluding.includes(finding.code) ? "exclude" : "warn",
    file,
    column: null,
    rows: finding.rows,
    total_fee_amount: finding.totalFeeAmount,
    first_rows: [...finding.firstRows],
    details,
  };
}
