import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import excel from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assess } from "@/cli/assess";
import type { Command } from "@/cli/command";
import { demo } from "@/cli/demo";
import { held } from "@/cli/held";
import { table } from "@/cli/table";
import { listAssessments } from "@/db/queries/listAssessments";
import { listLoads } from "@/db/queries/listLoads";
import { hasHeldList } from "@/etl/index";
import { tables } from "@/reports/tables/index";
import { type TemporaryInstallation, temporaryInstallation } from "@/tests/setup/installation";

/** Every workbook that the program writes, opened by LibreOffice as an office would: printed, and read again. */

const everyAssessment = { ids: null, region: null, scheme: null, year: null };
const isFull = process.env.YIZHANG_TEST_FULL === "1";
const isInstalled = isFull && spawnSync("soffice", ["--version"]).status === 0;
if (isFull && !isInstalled) {
  console.log("本机没有 LibreOffice，跳过；安装：apt-get install libreoffice-calc。");
  console.log("No LibreOffice on this machine, skipped; to install it: apt-get install libreoffice-calc.");
}

describe.runIf(isInstalled)("LibreOffice opens every workbook of 示例县", () => {
  let installation: TemporaryInstallation;
  let folder: string;
  const workbooks: string[] = [];

  async function run(command: Command, ...commandArguments: string[]): Promise<void> {
    const code = await command.run(commandArguments, {
      installation: async () => installation,
      now: () => new Date("2018-07-20T09:00:00+08:00"),
      print: () => undefined,
      warn: () => undefined,
    });
    expect([commandArguments, code]).toEqual([commandArguments, 0]);
  }

  async function written(name: string, command: Command, ...commandArguments: string[]): Promise<void> {
    const path = join(folder, `${name}.xlsx`);
    await run(command, ...commandArguments, "--out", path);
    workbooks.push(path);
  }

  /** All of them at once: LibreOffice takes longer to start than to read. */
  async function converted(format: string): Promise<string> {
    const out = join(folder, format.split(":")[0]!);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
    const order = [profile, "--headless", "--convert-to", format, "--outdir", out, ...workbooks];
    const { stderr } = await promisify(execFile)("soffice", order, { maxBuffer: 2 ** 24 });
    expect(stderr).not.toMatch(/^Error/m);
    return out;
  }

  beforeAll(async () => {
    installation = await temporaryInstallation();
    folder = await mkdtemp(join(tmpdir(), "yizhang-libreoffice-"));
    await run(demo);
    const scope = ["--region", "361031", "--period", "2018H1"];
    for (const { id } of Object.values(tables)) await written(`table-${id}`, table, id, ...scope);
    for (const load of await listLoads(installation.database, null, null)) {
      if (await hasHeldList(installation, load)) await written(`held-${load.loadId}`, held, load.loadId);
    }
    for (const { id } of await listAssessments(installation.database, everyAssessment)) {
      for (const form of ["project", "transfer", "monitoring"]) {
        await written(`form-${id}-${form}`, assess, "export", id, "--form", form).catch((error) => {
          // Points go into one form, transfers into the other.
          if (error.code !== "P-403") throw error;
        });
      }
    }
  }, 600_000);
  afterAll(async () => {
    await installation.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("there are all tables, a 待核清单 and the three forms", () => {
    const names = workbooks.map((path) => basename(path));
    expect(names.filter((name) => name.startsWith("table-"))).toHaveLength(Object.keys(tables).length);
    for (const kind of [/^held-/, /-project\.xlsx$/, /-transfer\.xlsx$/, /-monitoring\.xlsx$/]) {
      expect(names.filter((name) => kind.test(name))).not.toEqual([]);
    }
  });

  test("each prints to a PDF", { timeout: 600_000 }, async () => {
    const out = await converted("pdf");
    for (const path of workbooks) {
      expect((await stat(join(out, `${basename(path, ".xlsx")}.pdf`))).size).toBeGreaterThan(1000);
    }
  });

  test("each says the same figures and words as were written, to twelve digits", { timeout: 600_000 }, async () => {
    // Comma, quotes, UTF-8, from the first line, numbers as they are and not as they are shown.
    const out = await converted("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false");
    for (const path of workbooks) {
      const workbook = new excel.Workbook();
      await workbook.xlsx.readFile(path);
      const lines = cellsOf(await readFile(join(out, `${basename(path, ".xlsx")}.csv`), "utf8"));
      const read: [string, unknown][] = [];
      const wrote: [string, unknown][] = [];
      workbook.worksheets[0]!.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.master !== cell || cell.value === null) return;
          const said = lines[cell.fullAddress.row - 1]?.[cell.fullAddress.col - 1] ?? "";
          const isNumber = typeof cell.value === "number";
          wrote.push([cell.address, isNumber ? (cell.value as number).toPrecision(12) : cell.text]);
          read.push([cell.address, isNumber ? numberOf(said).toPrecision(12) : said]);
        }),
      );
      expect([basename(path), read]).toEqual([basename(path), wrote]);
    }
  });
});

/** A number as it is, or with the percent sign that LibreOffice writes with shares. */
const numberOf = (text: string) => (text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text));

/** Lines and cells of a CSV text. */
function cellsOf(text: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    lines.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === "\n") lines.push([]);
  }
  return lines;
}
