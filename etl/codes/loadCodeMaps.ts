import { createHash } from "node:crypto";
import { fundingLineNames, sourceLevelNames } from "@/domain/fundingLines";
import { type LocalCode, localCodesOf } from "@/domain/localCodes";
import { hardshipIdentities } from "@/etl/codes/hardshipIdentities";
import { hospitalLevels } from "@/etl/codes/hospitalLevels";
import { medicalTypes, specialDiseases } from "@/etl/codes/medicalTypes";
import { tierNames } from "@/etl/codes/tierNames";
import { voucherKinds } from "@/etl/codes/voucherKinds";
import { local } from "@/etl/sql/codeLookup";
import type { Warehouse } from "@/warehouse/connection";

interface CodeTable {
  readonly columns: Record<string, string>;
  /** No code twice: a second row for it stops the loading of the table. */
  readonly unique: readonly string[];
  readonly rows: readonly Record<string, string | number | boolean>[];
}

/** The code maps as DuckDB tables. What no table knows is `unclassified`, never left out. */
const shipped = {
  code_medical_types: {
    columns: {
      province: "varchar",
      prefix: "varchar",
      whole: "boolean",
      visit_class: "varchar",
      special_disease: "boolean",
    },
    unique: ["province", "prefix"],
    rows: medicalTypes.map(({ province, prefix, whole, visitClass, specialDisease }) => ({
      province,
      prefix,
      whole,
      visit_class: visitClass,
      special_disease: specialDisease,
    })),
  },
  code_special_diseases: {
    columns: { province: "varchar", disease_code: "varchar" },
    unique: ["province", "disease_code"],
    rows: specialDiseases.map(({ province, diseaseCode }) => ({ province, disease_code: diseaseCode })),
  },
  code_hardship_identities: {
    columns: { province: "varchar", prefix: "varchar", whole: "boolean", hardship_status: "varchar" },
    unique: ["province", "prefix"],
    rows: hardshipIdentities.map(({ status, ...row }) => ({ ...row, hardship_status: status })),
  },
  code_hospital_levels: {
    columns: { province: "varchar", hospital_level: "varchar", tier: "varchar" },
    unique: ["province", "hospital_level"],
    rows: hospitalLevels.map(({ province, level, tier }) => ({ province, hospital_level: level, tier })),
  },
  code_tier_names: {
    columns: { name: "varchar", tier: "varchar" },
    unique: ["name"],
    rows: tierNames.map(({ name, tier }) => ({ name, tier })),
  },
  code_voucher_kinds: {
    columns: { name: "varchar", kind: "varchar" },
    unique: ["name"],
    rows: voucherKinds.map(({ name, kind }) => ({ name, kind })),
  },
  code_funding_lines: {
    columns: { name: "varchar", line: "varchar" },
    unique: ["name"],
    rows: fundingLineNames,
  },
  code_source_levels: {
    columns: { name: "varchar", source_level: "varchar" },
    unique: ["name"],
    rows: sourceLevelNames.map(({ name, level }) => ({ name, source_level: level })),
  },
} satisfies Record<string, CodeTable>;

/** The same with what a bureau has added for its region. */
function codeTables(codes: readonly LocalCode[]): Record<keyof typeof shipped, CodeTable> {
  const { code_medical_types, code_hardship_identities, code_hospital_levels } = shipped;
  const withLocal = (table: CodeTable, rows: CodeTable["rows"]): CodeTable => ({
    ...table,
    rows: [...table.rows, ...rows.map((row) => ({ province: local, ...row }))],
  });
  return {
    ...shipped,
    code_medical_types: withLocal(
      code_medical_types,
      localCodesOf(codes, "medical_type").map(({ code, meaning }) => ({
        prefix: code,
        whole: false,
        visit_class: meaning === "special_disease_inpatient" ? "inpatient" : meaning,
        special_disease: meaning === "special_disease_inpatient",
      })),
    ),
    code_hardship_identities: withLocal(
      code_hardship_identities,
      localCodesOf(codes, "hardship_identity").map(({ code, meaning }) => ({
        prefix: code,
        whole: false,
        hardship_status: meaning,
      })),
    ),
    code_hospital_levels: withLocal(
      code_hospital_levels,
      localCodesOf(codes, "hospital_level").map(({ code, meaning }) => ({ hospital_level: code, tier: meaning })),
    ),
  };
}

/** Creates the `code_…` tables in this session. Throws when a map holds a code twice. */
export async function loadCodeMaps(warehouse: Warehouse, codes: readonly LocalCode[]): Promise<void> {
  for (const [table, { columns, unique, rows }] of Object.entries(codeTables(codes))) {
    const definitions = Object.entries(columns).map(([name, type]) => `${name} ${type} not null`);
    await warehouse.run(
      `create or replace temp table ${table} (${definitions.join(", ")}, unique (${unique.join(", ")}))`,
    );
    await warehouse.run(`insert into ${table} select unnest(from_json($1, $2), recursive := true)`, [
      JSON.stringify(rows),
      JSON.stringify([columns]),
    ]);
  }
}

/** The rows of the map of hardship identities, the bureau's own among them. */
export const hardshipIdentityRows = (codes: readonly LocalCode[]) => codeTables(codes).code_hardship_identities.rows;

/** Changes whenever a code map changes, shipped or local: then every month is derived anew. */
export const codeMapsHash = (codes: readonly LocalCode[]): string =>
  createHash("sha256")
    .update(JSON.stringify(codeTables(codes)))
    .digest("hex");
