import { join } from "node:path";
import type { FactFile } from "@/domain/factFile";
import type { MonthChange } from "@/domain/load";
import type { LocalCode } from "@/domain/localCodes";
import { loadCodeMaps } from "@/etl/codes/loadCodeMaps";
import { affectedMonths, createMovingRows, createSharingRows } from "@/etl/sql/affectedMonths";
import { createFirstSeen } from "@/etl/sql/firstSeen";
import { createExcessReversals, createHeldRows } from "@/etl/sql/heldRows";
import { createInstitutionSlices } from "@/etl/sql/institutionSlices";
import {
  createCountingRows,
  createOutsideRows,
  createRefundRows,
  createRefundsOfBoth,
  createScopeRows,
  createSupersededRows,
  createUnpairedOriginals,
} from "@/etl/sql/scopeRows";
import { expectedSettlements, settlementFacts } from "@/etl/sql/settlementFacts";
import type { AnsweringExtract } from "@/etl/sql/stagedRows";
import { createStatusesHeld } from "@/etl/sql/statusesHeld";
import { createRowStatuses, createVisitClasses } from "@/etl/sql/visitClasses";
import { contentByMonth } from "@/etl/steps/contentByMonth";
import { deriveInstitutions, deriveListed, deriveRegistry } from "@/etl/steps/deriveLists";
import { difference, type ExtractInForce, pathsOf, sameExtracts } from "@/etl/steps/inForce";
import { openAffectedRows, openExtracts } from "@/etl/steps/openExtracts";
import { rulesOf } from "@/etl/steps/rulesOf";
import { type Content, writeFactFile } from "@/etl/steps/writeFactFile";
import type { Warehouse } from "@/warehouse/connection";

const nothing: Content = { rows: "0", total_fee_amount: "0.00", pool_pay_amount: "0.00" };

/** One region's part of a version. */
export interface RegionState {
  readonly extracts: readonly ExtractInForce[];
  readonly files: readonly FactFile[];
}

export interface Derivation {
  readonly region: string;
  readonly warehouseFolder: string;
  /** The region in the version that is current. */
  readonly before: RegionState;
  /** What is in force in the version to come. */
  readonly after: readonly ExtractInForce[];
  /** The version to come and the day of its publication: first-seen marks of rows that are new. */
  readonly version: number;
  /** What the bureau has added to the code maps. */
  readonly localCodes: readonly LocalCode[];
  readonly publishedOn: string;
  /** Id that no other run uses, part of the names of the files. */
  readonly writtenBy: string;
}

export interface Derived {
  /** Every file of the region in the version to come; those of months that nothing touches are the old ones. */
  readonly files: readonly FactFile[];
  /** Months whose facts were derived anew, whether or not their content differs. */
  readonly months: readonly string[];
  /** Months whose content differs. */
  readonly changes: readonly MonthChange[];
}

/**
 * Derives the facts of the version to come, touching only the months that the change of extracts can reach. A run over
 * everything gives the same content hashes. Leaves its tables (sql/scopeRows) in the session for the findings of a load.
 */
export async function derive(warehouse: Warehouse, derivation: Derivation): Promise<Derived> {
  await loadCodeMaps(warehouse, derivation.localCodes);
  const extracts = await openExtracts(warehouse, derivation);
  const everywhere = reachesEveryMonth(derivation);
  await warehouse.run(createRefundsOfBoth);
  const months = await monthsToDerive(warehouse, derivation, everywhere);
  await prepareSettlements(warehouse, derivation, { extracts, months, everywhere });
  const settlements = await deriveSettlements(warehouse, derivation, months);
  const listed = await deriveListed(warehouse, derivation);
  const institutions = await deriveInstitutions(warehouse, derivation);
  const registry = await deriveRegistry(warehouse, derivation);
  const files = [...settlements.files, ...listed, ...institutions, ...registry].sort((a, b) =>
    `${a.table} ${a.partition}` < `${b.table} ${b.partition}` ? -1 : 1,
  );
  return { files, months, changes: settlements.changes };
}

async function monthsToDerive(
  warehouse: Warehouse,
  { before, after }: Derivation,
  everywhere: boolean,
): Promise<string[]> {
  if (everywhere) {
    const rows = await warehouse.rows<{ month: string }>(
      "select distinct month from settlements_rows where counts or counted",
    );
    return sortedUnion(
      rows.map(({ month }) => month),
      coveredMonths(before.extracts),
      coveredMonths(after),
    );
  }
  await warehouse.run(createMovingRows);
  await warehouse.run(createSharingRows);
  const reached = await warehouse.rows<{ month: string }>(affectedMonths);
  const moved = difference(coveredMonths(before.extracts, true), coveredMonths(after, true));
  return sortedUnion(
    reached.map(({ month }) => month),
    moved.map((claim) => claim.split(" ")[0]!),
  );
}

/** A registry or institution list that is not the one before, other code maps and rules, or nothing that stays. */
function reachesEveryMonth({ before, after, localCodes }: Derivation): boolean {
  const derivedBy = rulesOf(localCodes);
  if (before.files.some((file) => file.derivedBy !== derivedBy)) return true;
  if (!sameExtracts(before.extracts, after, ["hardship_registry", "institutions"])) return true;
  const staying = pathsOf(after, ["settlements"]);
  return !pathsOf(before.extracts, ["settlements"]).some((path) => staying.includes(path));
}

function coveredMonths(extracts: readonly ExtractInForce[], withPath = false): string[] {
  return extracts
    .filter(({ kind }) => kind === "settlements")
    .flatMap(({ parts, path }) => parts.map((part) => (withPath ? `${part} ${path}` : part)));
}

async function prepareSettlements(
  warehouse: Warehouse,
  { region, before, warehouseFolder }: Derivation,
  {
    extracts,
    months,
    everywhere,
  }: { extracts: readonly AnsweringExtract[]; months: readonly string[]; everywhere: boolean },
): Promise<void> {
  const province = { province: region.slice(0, 2) };
  await warehouse.run(
    `create or replace temp table affected_months as select unnest(from_json($1, '["varchar"]')) as month`,
    [JSON.stringify(months)],
  );
  await openAffectedRows(warehouse, extracts);
  await warehouse.run(createScopeRows);
  await warehouse.run(createOutsideRows(everywhere));
  await warehouse.run(createSupersededRows);
  await warehouse.run(createRefundRows);
  await warehouse.run(createExcessReversals);
  await warehouse.run(createUnpairedOriginals);
  await warehouse.run(createInstitutionSlices);
  await warehouse.run(createHeldRows);
  await warehouse.run(createCountingRows);
  await warehouse.run(createVisitClasses, province);
  await warehouse.run(createRowStatuses, province);
  await warehouse.run(createStatusesHeld, province);
  const known = before.files.filter(
    ({ table, partition }) => table === "fct_settlements" && months.includes(partition),
  );
  await warehouse.run(createFirstSeen(known.map(({ path }) => join(warehouseFolder, path))));
}

async function deriveSettlements(
  warehouse: Warehouse,
  derivation: Derivation,
  months: readonly string[],
): Promise<{ files: FactFile[]; changes: MonthChange[] }> {
  const { region, warehouseFolder, before, after, version, publishedOn, writtenBy } = derivation;
  const derivedBy = rulesOf(derivation.localCodes);
  const old = new Map(before.files.filter(({ table }) => table === "fct_settlements").map((f) => [f.partition, f]));
  const rows = await warehouse.rows<Record<string, string>>(expectedSettlements);
  const expected = new Map(rows.map(({ month, ...content }) => [month, content as unknown as Content]));
  const covered = new Set(coveredMonths(after));
  const files = [...old.values()].filter(({ partition }) => !months.includes(partition));
  const contents = new Map<string, Content | null>();
  for (const month of months) {
    const previous = old.get(month);
    // A covered month without rows is a month of nothing; one that nothing covers any more is gone.
    if (!expected.has(month) && !covered.has(month)) {
      if (previous) contents.set(month, null);
      continue;
    }
    const { file, content } = await writeFactFile(warehouse, {
      warehouseFolder,
      table: "fct_settlements",
      region,
      partition: month,
      derivedBy,
      writtenBy,
      select: settlementFacts,
      values: {
        month,
        region,
        province: region.slice(0, 2),
        has_registry: after.some(({ kind }) => kind === "hardship_registry"),
        version,
        published_on: publishedOn,
      },
      expected: expected.get(month) ?? nothing,
      previous,
    });
    files.push(file);
    if (file.contentHash !== previous?.contentHash) contents.set(month, content);
  }
  const changed = [...contents.keys()];
  const past = await contentByMonth(
    warehouse,
    warehouseFolder,
    changed.flatMap((month) => old.get(month) ?? []),
  );
  const changes = changed.map((month) => ({
    month,
    cases_before: past.get(month)?.cases ?? "0",
    cases_after: contents.get(month)?.cases ?? "0",
    pool_pay_before: past.get(month)?.pool_pay_amount ?? "0.00",
    pool_pay_after: contents.get(month)?.pool_pay_amount ?? "0.00",
  }));
  return { files, changes };
}

function sortedUnion(...lists: readonly string[][]): string[] {
  return [...new Set(lists.flat())].sort();
}
