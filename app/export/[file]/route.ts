import { listInstitutions } from "@/db/queries/listInstitutions";
import { isDimension } from "@/domain/dimensions";
import { lastDayOf } from "@/domain/period";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import { askTable } from "@/reports/askTable";
import { csv } from "@/reports/render/csv";
import { type Sheet, sheetOf } from "@/reports/render/sheet";
import { xlsx } from "@/reports/render/xlsx";
import { choicesIn } from "@/reports/tables/choices";
import { tables } from "@/reports/tables/index";
import { readSorting, sorted } from "@/reports/tables/sort";
import { readPreferences } from "../../preferences";
import { leversIn, scenariosIn } from "../../projection/levers";
import { readShown } from "../../shown";
import { download } from "../download";

const formats: Record<string, { type: string; render: (sheet: Sheet) => Uint8Array | Promise<Uint8Array> }> = {
  csv: { type: "text/csv; charset=utf-8", render: csv },
  xlsx: { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", render: xlsx },
};

/** A table of the office as a file, `/export/expenditure.xlsx?region=…&period=…&by=tier`: what the screen shows, exact. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const [{ file }, { language }] = await Promise.all([params, readPreferences()]);
  const words = messagesIn(language);
  const [id, suffix] = file.split(".");
  const definition = Object.values(tables).find((table) => table.id === id);
  const format = file.split(".").length === 2 ? formats[suffix!] : undefined;
  if (!definition || !format) return refusal(404, words.tables.noSuchFile);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const shown = await readShown(query);
  if (shown.state === "unreadable") return refusal(400, fill(words.faults.badQuestion, { part: shown.part }));
  if (shown.state !== "shown") return refusal(404, words.tables.nothingToExport);
  const { installation, scope, region, version, files, months, events } = shown;
  const institutions = await listInstitutions(installation.database, files);
  const by = query.by && isDimension(query.by) ? query.by : null;
  const choices = choicesIn(query, definition);
  const asked = definition.readsForecast ? { levers: leversIn(query, scope), scenarios: scenariosIn(query) } : {};
  const regions = new Map(shown.regions.map(({ code, name }) => [code, name]));
  const context = { scope, by, choices, ...asked, words, language, institutions, events, regions };
  const table = await askTable(installation, definition, context);
  const sorting = readSorting(query.sort, table);
  const dataUntil = lastDayOf(months.at(-1)!);
  const sheet = sheetOf(sorting ? sorted(table, sorting) : table, { ...context, region, version, dataUntil });
  const bytes = await format.render(sheet);
  const plainName = `${id}-${scope.period.id}-${version}.${suffix}`;
  return download(bytes, plainName, `${sheet.fileName}.${suffix}`, format.type);
}

const refusal = (status: number, text: string) =>
  new Response(`${text}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
