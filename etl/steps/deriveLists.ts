import type { FactFile } from "@/domain/factFile";
import { institutionFacts } from "@/etl/sql/institutionFacts";
import { registryFacts } from "@/etl/sql/registryFacts";
import type { Derivation } from "@/etl/steps/derive";
import { pathsOf, sameExtracts, whole } from "@/etl/steps/inForce";
import { rulesOf } from "@/etl/steps/rulesOf";
import { writeFactFile } from "@/etl/steps/writeFactFile";
import type { Warehouse } from "@/warehouse/connection";

/** The institutions of a region: one file. */
export async function deriveInstitutions(warehouse: Warehouse, derivation: Derivation): Promise<FactFile[]> {
  const { region, warehouseFolder, before, after, writtenBy } = derivation;
  const derivedBy = rulesOf(derivation.localCodes);
  if (!after.some(({ kind }) => kind === "institutions" || kind === "settlements")) return [];
  const { file } = await writeFactFile(warehouse, {
    warehouseFolder,
    table: "dim_institutions",
    region,
    partition: whole,
    derivedBy,
    writtenBy,
    select: institutionFacts,
    values: { region },
    expected: null,
    previous: before.files.find(({ table }) => table === "dim_institutions"),
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
