import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { parseArgs } from "node:util";
import type { Command } from "@/cli/command";
import type { Installation } from "@/db/open";
import { listInstitutions } from "@/db/queries/listInstitutions";
import { listRegions } from "@/db/queries/listRegions";
import { listSettings } from "@/db/queries/listSettings";
import { readDataVersion } from "@/db/queries/readDataVersion";
import { PlainError } from "@/domain/errors";
import { settledMonths } from "@/domain/factFile";
import { lastDayOf } from "@/domain/period";
import { eventsIn } from "@/domain/settings";
import { closeReader } from "@/figures/reader";
import { messagesIn } from "@/messages/index";
import { askTable } from "@/reports/askTable";
import { csv } from "@/reports/render/csv";
import { tableAsData } from "@/reports/render/json";
import { type SheetContext, sheetOf } from "@/reports/render/sheet";
import { xlsx } from "@/reports/render/xlsx";
import { choicesIn } from "@/reports/tables/choices";
import type { Table, TableDefinition, TableRequest } from "@/reports/tables/define";
import { tables } from "@/reports/tables/index";
import { readSorting, sorted } from "@/reports/tables/sort";
import { basisOf, readDimension, readScope, type ScopeAsked, scopeOptions } from "./arguments/scope";

const formats = ["json", "csv", "xlsx"] as const;
type Format = (typeof formats)[number];

const tableNames = () => Object.keys(tables).join(" ");

export const table: Command = {
  name: "table",
  usage: `打印或导出一张报表
  table expenditure --region 361031 --period 2018H1 --out 基金支出.xlsx
    ${tableNames()}
    --by tier                          分项方式
    --choose listed=all                表的其他选择，可重复
    --where tier=county,city           只看这些成员，可重复
    --compare same-period              对比期间，默认同期；none 不对比
    --sort expenditure.growth.descending  排序：表.列.ascending 或 descending
    --scheme 390  --as-of 12           险种；按当时数据
    --basis pooled_fund                可用基金口径，默认按设置
    --format json|csv|xlsx             默认按文件名，未写文件名时为 json
    --out 文件                          写入文件`,
  async run(commandArguments, context) {
    const { definition, request, sort, format, out } = readArguments(commandArguments);
    const installation = await context.installation();
    try {
      const { table: asked, about } = await read(installation, definition, request);
      const sorting = readSorting(sort, asked);
      const written = await render(sorting ? sorted(asked, sorting) : asked, about, format);
      if (out === null) context.print(new TextDecoder().decode(written).trimEnd());
      else {
        await writeFile(out, written).catch(() => {
          throw new PlainError("Q-114", { file: out }, "failed");
        });
      }
      return 0;
    } finally {
      await closeReader(installation.home);
    }
  },
};

/** A request whose basis may be left to the settings. */
type Asked = Omit<TableRequest, "scope"> & { readonly scope: ScopeAsked };

interface Arguments {
  readonly definition: TableDefinition;
  readonly request: Asked;
  readonly sort: string | undefined;
  readonly format: Format;
  /** A file, or null for standard output. */
  readonly out: string | null;
}

function readArguments(commandArguments: string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: commandArguments,
    allowPositionals: true,
    options: {
      ...scopeOptions,
      by: { type: "string" },
      choose: { type: "string", multiple: true, default: [] },
      sort: { type: "string" },
      format: { type: "string" },
      out: { type: "string" },
    },
  });
  const [id = ""] = positionals;
  const definition = Object.values(tables).find((each) => each.id === id);
  if (!definition || positionals.length > 1) {
    throw new PlainError("Q-110", { table: positionals.join(" "), tables: tableNames() });
  }
  const by = values.by === undefined ? null : readDimension(values.by);
  if (by && !definition.cuts.includes(by)) {
    throw new PlainError("Q-111", { table: id, dimension: by, cuts: definition.cuts.join(" ") || "—" });
  }
  const out = values.out ?? null;
  const named = values.format ?? (out ? extname(out).slice(1) : "json");
  const format = formats.find((each) => each === named);
  if (!format) throw new PlainError("Q-112", { format: named, formats: formats.join(" ") });
  if (format === "xlsx" && out === null) throw new PlainError("Q-113");
  const choices = choicesIn(Object.fromEntries(values.choose.map((text) => text.split("=", 2))), definition);
  const request = { scope: readScope(values, "same-period"), by, choices };
  return { definition, request, sort: values.sort, format, out };
}

/** The table with what stands above it, in Chinese: the language of what is handed in. */
async function read(
  installation: Installation,
  definition: TableDefinition,
  request: Asked,
): Promise<{ table: Table; about: SheetContext }> {
  const { database } = installation;
  const scope = { ...request.scope, basis: await basisOf(database, request.scope) };
  const [data, regions] = await Promise.all([readDataVersion(database, scope.asOf), listRegions(database)]);
  if (!data) throw new PlainError("Q-102", { version: scope.asOf! });
  if (data.version === 0) throw new PlainError("Q-101");
  const months = settledMonths(data.files, scope.region);
  if (months.length === 0) throw new PlainError("Q-103", { region: scope.region, version: data.version });
  const files = data.files.filter(({ region }) => region === scope.region);
  const [institutions, settings] = await Promise.all([
    listInstitutions(database, files),
    listSettings(database, scope.region),
  ]);
  const events = eventsIn(settings, scope);
  const language = "zh-CN";
  const naming = { words: messagesIn(language), language, institutions } as const;
  const region = regions.find(({ code }) => code === scope.region) ?? { name: scope.region, demo: false };
  const about = { ...naming, scope, region, version: data.version, dataUntil: lastDayOf(months.at(-1)!) };
  return { table: await askTable(installation, definition, { ...request, scope, ...naming, events }), about };
}

async function render(table: Table, about: SheetContext, format: Format): Promise<Uint8Array> {
  if (format === "json") return new TextEncoder().encode(JSON.stringify(tableAsData(table, about)));
  const sheet = sheetOf(table, about);
  return format === "csv" ? csv(sheet) : xlsx(sheet);
}
