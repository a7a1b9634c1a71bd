import { listInstitutions } from "@/db/queries/listInstitutions";
import type { Dimension } from "@/domain/dimensions";
import { askTables } from "@/reports/askTable";
import type { Table, TableDefinition } from "@/reports/tables/define";
import type { Shown } from "../shown";
import type { Writer } from "../writing";

/** A table of the office in the scope of a page, cut by `by` and with `choices` where the table leaves that open. */
export async function readTable(
  shown: Shown,
  writer: Writer,
  definition: TableDefinition,
  by: Dimension | null = null,
  choices: Readonly<Record<string, string>> = {},
): Promise<Table> {
  const [table] = await readTables(shown, writer, [definition], choices, by);
  return table!;
}

/** Several tables of one page, asked at once; each takes of `choices` and `by` what it offers. */
export async function readTables(
  { installation, scope, files }: Shown,
  { words, language }: Writer,
  definitions: readonly TableDefinition[],
  choices: Readonly<Record<string, string>> = {},
  by: Dimension | null = null,
): Promise<Table[]> {
  const institutions = await listInstitutions(installation.database, files);
  return askTables(installation, definitions, { scope, by, choices, words, language, institutions });
}
