import { join } from "node:path";
import type { FactFile } from "@/domain/factFile";
import { institutionFacts } from "@/etl/sql/institutionFacts";
import { expectedRows, type ListedFacts, listedFacts } from "@/etl/sql/listedFacts";
import { registryFacts } from "@/etl/sql/registryFacts";
import type { Derivation } from "@/etl/steps/derive";
import { pathsOf, sameExtracts, whole } from "@/etl/steps/inForce";
import { rulesOf } from "@/etl/steps/rulesOf";
import { writeFactFile } from "@/etl/steps/writeFactFile";
import type { Warehouse } from "@/warehouse/connection";

/** Enrolment, funding, aid paid by hand and indicators: a file per part that is covered or reached by late rows, kept where none moved. */
export async function deriveListed(warehouse: Warehouse, derivation: Derivation): Promise<FactFile[]> {
  const files: FactFile[] = [];
  for (const facts of listedFacts) files.push(...(await deriveParts(warehouse, derivation, facts)));
  return files;
}

async function deriveParts(warehouse: Warehouse, derivation: Derivation, facts: ListedFacts): Promise<FactFile[]> {
  const { region, warehouseFolder, before, after, writtenBy } = derivation;
  const derivedBy = rulesOf(derivation.localCodes);
  const old = new Map(before.files.filter(({ table }) => table === facts.table).map((f) => [f.partition, f]));
  const met = await warehouse.rows<{ part: string; counts: boolean; moved: boolean }>(
    `select part, bool_or(counts) as counts, bool_or(counts <> counted) as moved from ${facts.kind}_rows
     where counts or counted group by part`,
  );
  const moved = new Set(met.filter((row) => row.moved).map(({ part }) => part));
  const covered = after.filter(({ kind }) => kind === facts.kind).flatMap(({ parts }) => parts);
  // Late rows reach parts that nothing covers.
  const reached = met.filter(({ counts }) => counts).map(({ part }) => part);
  const files: FactFile[] = [];
  for (const part of [...new Set([...covered, ...reached])].sort()) {
    const previous = old.get(part);
    if (previous?.derivedBy === derivedBy && !moved.has(part)) {
      files.push(previous);
      continue;
    }
    const [expected] = await warehouse.rows<{ rows: string }>(expectedRows(facts.kind), { part });
    const { file } = await writeFactFile(warehouse, {
      warehouseFolder,
      table: facts.table,
      region,
      partition: part,
      derivedBy,
      writtenBy,
      select: facts.select,
      values: { region, part, ...(facts.looksUpCodes ? { province: region.slice(0, 2) } : {}) },
      expected: expected!,
      previous,
    });
    files.push(file);
  }
  return files;
}

/** Most institutions are named in full by the settlements of so many months. */
const recentMonths = 3;

/** The institutions of a region: one file. */
export async function deriveInstitutions(warehouse: Warehouse, derivation: Derivation): Promise<FactFile[]> {
  const { region, warehouseFolder, before, after, writtenBy } = derivation;
  const derivedBy = rulesOf(derivation.localCodes);
  if (!after.some(({ kind }) => kind === "institutions" || kind === "settlements")) return [];
  const months = after.filter(({ kind }) => kind === "settlements").flatMap(({ parts }) => parts);
  const recent = [...new Set(months)].sort().slice(-recentMonths)[0] ?? "";
  const previous = before.files.find(({ table }) => table === "dim_institutions");
  const ofSameRules = previous?.derivedBy === derivedBy ? join(warehouseFolder, previous.path) : null;
  const { file } = await writeFactFile(warehouse, {
    warehouseFolder,
    table: "dim_institutions",
    region,
    partition: whole,
    derivedBy,
    writtenBy,
    select: institutionFacts(ofSameRules),
    values: { region, recent },
    expected: null,
    previous,
  });
  return [file];
}

/** Who held which hardship status when: one file, kept as long as the registry and the rules are the same. */
export async function deriveRegistry(warehouse: Warehouse, derivation: Derivation): Promise<FactFile[]> {
  const { region, warehouseFolder, before, after, writtenBy } = derivation;
  const derivedBy = rulesOf(derivation.localCodes);
  if (pathsOf(after, ["hardship_registry"]).length === 0) return [];
  const previous = before.files.find(({ table }) => table === "fct_hardship_registry");
  const isSame = sameExtracts(before.extracts, after, ["hardship_registry"]);
  if (previous?.derivedBy === derivedBy && isSame) return [previous];
  const { file } = await writeFactFile(warehouse, {
    warehouseFolder,
    table: "fct_hardship_registry",
    region,
    partition: whole,
    derivedBy,
    writtenBy,
    select: registryFacts,
    values: { region, province: region.slice(0, 2) },
    expected: null,
    previous,
  });
  return [file];
}
