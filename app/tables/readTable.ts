import { listInstitutions } from "@/db/queries/listInstitutions";
import type { Dimension } from "@/domain/dimensions";
import { askTable } from "@/reports/askTable";
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
  const { installation, scope, files, events } = shown;
  const { words, language } = writer;
  const institutions = await listInstitutions(installation.database, files);
  return askTable(installation, definition, { scope, by, choices, words, language, institutions, events });
}
