import { listInstitutions } from "@/db/queries/listInstitutions";
import type { Dimension } from "@/domain/dimensions";
import { answerAll } from "@/figures/answer";
import { fill } from "@/messages/fill";
import { moneyUnit } from "@/messages/numbers";
import { monthInWords } from "@/messages/period";
import type { Table, TableDefinition } from "@/reports/tables/define";
import { printedPartsMissTotal } from "@/reports/tables/rounding";
import type { SearchParams } from "../scope";
import type { Shown } from "../shown";
import type { Writer } from "../writing";

/** Asks what a table needs and builds it, with the notes that every table owes its reader. */
export async function readTable(
  shown: Shown,
  writer: Writer,
  definition: TableDefinition,
  by: Dimension | null = null,
  choices: Readonly<Record<string, string>> = {},
): Promise<Table> {
  const { installation, scope, files } = shown;
  const { words, language } = writer;
  const cut = by && definition.cuts.includes(by) ? by : null;
  const [answers, institutions] = await Promise.all([
    answerAll(installation, definition.questions({ scope, by: cut, choices })),
    listInstitutions(installation.database, files),
  ]);
  const table = definition.build(answers, { scope, by: cut, choices, words, language, institutions });
  const missing = [...new Set(answers.flatMap(({ missingMonths }) => missingMonths))].sort();
  const notes = [...table.notes];
  if (printedPartsMissTotal(table, moneyUnit(language))) notes.push(words.tables.rounding);
  if (missing.length > 0) {
    const months = missing.map((month) => monthInWords(month, language)).join(words.shell.and);
    notes.push(fill(words.tables.missingMonths, { months }));
  }
  return { ...table, notes };
}

/** What an address chooses of a table: only what the table offers. */
export function choicesIn(params: SearchParams, { choices = {} }: TableDefinition): Record<string, string> {
  return Object.fromEntries(
    Object.entries(choices).flatMap(([name, offered]) => {
      const chosen = params[name];
      return typeof chosen === "string" && offered.includes(chosen) ? [[name, chosen]] : [];
    }),
  );
}
