import { join } from "node:path";
import { type ExtractKind, extractKinds } from "@/domain/load";
import { createExtractsInForce } from "@/etl/sql/extractsInForce";
import { type AnsweringExtract, createStagedRows } from "@/etl/sql/stagedRows";
import type { Derivation } from "@/etl/steps/derive";
import { difference, type ExtractInForce, whole } from "@/etl/steps/inForce";
import type { Warehouse } from "@/warehouse/connection";

/** The column that says to which part of a coverage a row belongs; lists that are replaced whole need none. */
const partColumns: Record<ExtractKind, string> = {
  settlements: "month",
  enrolment: "month",
  manual_aid: "month",
  funding: "year",
  indicators: "period",
  hardship_registry: `'${whole}'`,
  institutions: `'${whole}'`,
};

/**
 * One view of staged rows per kind over the extracts of both versions, and `moved_rows` over those that answer anew. Gives
 * those of settlements.
 */
export async function openExtracts(
  warehouse: Warehouse,
  { before, after, warehouseFolder }: Pick<Derivation, "before" | "after" | "warehouseFolder">,
): Promise<readonly AnsweringExtract[]> {
  const partsBefore = new Map(before.extracts.map(({ path, parts }) => [path, parts]));
  const partsAfter = new Map(after.map(({ path, parts }) => [path, parts]));
  const byPath = new Map([...before.extracts, ...after].map((extract) => [extract.path, extract]));
  const inOrder = [...byPath.values()].sort(byPeriod);
  const periods = [...new Set(inOrder.map(({ coverage }) => periodOrder(coverage)))];
  const numbered = inOrder.map((extract, index) => ({
    ...extract,
    extract: index,
    file: join(warehouseFolder, extract.path),
    coverage: extract.coverage.length > 0 ? extract.coverage : [whole],
    partsBefore: partsBefore.get(extract.path) ?? [],
    partsAfter: partsAfter.get(extract.path) ?? [],
    periodRank: periods.indexOf(periodOrder(extract.coverage)),
  }));
  const rows = numbered.map(({ extract, file, loadId, extractNumber, scheme, periodRank }) => ({
    extract,
    file,
    load_id: loadId,
    extract_number: extractNumber,
    declared_scheme: scheme,
    period_rank: periodRank,
  }));
  await warehouse.run(createExtractsInForce, [JSON.stringify(rows)]);
  const createRows = (name: string, kind: ExtractKind, extracts: readonly AnsweringExtract[]) =>
    warehouse.run(createStagedRows({ name, kind, extracts, partColumn: partColumns[kind] }));
  const ofKind = (kind: ExtractKind) => numbered.filter((extract) => extract.kind === kind);
  for (const kind of extractKinds) await createRows(`${kind}_rows`, kind, ofKind(kind));
  const moved = ofKind("settlements").filter(
    ({ partsBefore, partsAfter }) => difference(partsBefore, partsAfter).length > 0,
  );
  await createRows("moved_rows", "settlements", moved);
  return ofKind("settlements");
}

/**
 * The view `affected_rows` over those of the extracts that have rows of `affected_months`: files of other months need not
 * be opened for each question.
 */
export async function openAffectedRows(warehouse: Warehouse, settlements: readonly AnsweringExtract[]): Promise<void> {
  const found = await warehouse.rows<{ extract: number }>(
    "select distinct extract from settlements_rows where counts and month in (select month from affected_months)",
  );
  const affected = new Set(found.map(({ extract }) => extract));
  const extracts = settlements.filter(({ extract }) => affected.has(extract));
  await warehouse.run(
    createStagedRows({ name: "affected_rows", kind: "settlements", extracts, partColumn: partColumns.settlements }),
  );
}

/** Sorts declared periods: a later last month is later, then a later first one. */
function periodOrder(coverage: readonly string[]): string {
  const sorted = [...coverage].sort();
  return [sorted.at(-1), ...sorted].join(" ");
}

function byPeriod(one: ExtractInForce, other: ExtractInForce): number {
  const [a, b] = [one, other].map(({ coverage, scheme, loadId }) => [periodOrder(coverage), scheme, loadId].join("|"));
  return a === b ? one.extractNumber - other.extractNumber : a! < b! ? -1 : 1;
}
