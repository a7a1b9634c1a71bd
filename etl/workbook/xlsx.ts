import { posix } from "node:path";
import { PlainError } from "@/domain/errors";
import type { Archive, ArchiveEntry } from "../steps/readArchive";
import { readNumberStyles } from "./numberStyles";
import { HeadRows, type RowSink } from "./rows";
import { SharedStringsVisitor } from "./sharedStrings";
import { enoughRows, type SheetContext, SheetScan } from "./sheetScan";
import { walkXml } from "./walkXml";
import type { Sheet, Workbook } from "./workbook";
import { XmlScan, type XmlVisitor } from "./xmlScan";

/** Parts that run, fetch or embed something: such a workbook is not read. */
const dangerous = /(^|\/)(vbaProject[^/]*|macrosheets\/.*|embeddings\/.*|externalLinks\/.*|activeX\/.*)$/i;

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** True when the archive is a workbook of Office Open XML. */
export function isXlsx({ entries }: Archive): boolean {
  return entries.some(({ name }) => name === "[Content_Types].xml") && entries.some(({ name }) => /^xl\//i.test(name));
}

/**
 * Opens a workbook of Office Open XML and reads the first `headRows` rows of its sheets. Throws L-112 for macros, embedded
 * objects and links to other files, L-110 for the binary variant, L-105 for parts that do not fit together.
 */
export async function openXlsx(archive: Archive, headRows: number): Promise<Workbook> {
  const { entries } = archive;
  if (entries.some(({ name }) => dangerous.test(name))) throw new PlainError("L-112");
  const parts = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const part = (path: string): ArchiveEntry => {
    const entry = parts.get(path.toLowerCase());
    if (!entry) throw new PlainError("L-105");
    return entry;
  };
  const relationsOf = async (path: string) => {
    const entry = parts.get(
      `${posix.dirname(path)}/_rels/${posix.basename(path)}.rels`.replace(/^\.\//, "").toLowerCase(),
    );
    return entry ? readRelations(archive.read(entry), posix.dirname(path)) : new Map<string, Relation>();
  };

  const root = [...(await relationsOf("")).values()].find(({ type }) => type === "officeDocument");
  const workbookPath = root?.target ?? "xl/workbook.xml";
  if (/\.bin$/i.test(workbookPath)) throw new PlainError("L-110", { format: "xlsb" });
  const relations = await relationsOf(workbookPath);
  const { dateSystem, listed } = await readWorkbookPart(archive.read(part(workbookPath)));
  const target = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.target;
  const stylesPath = target("styles");
  const stringsPath = target("sharedStrings");
  const numberStyles = stylesPath ? await readNumberStyles(archive.read(part(stylesPath))) : [];
  const visitor = new SharedStringsVisitor();
  if (stringsPath) await scan(archive.read(part(stringsPath)), visitor);
  const context: Omit<SheetContext, "forms"> = { strings: visitor.strings, numberStyles, dateSystem };

  const sheetParts: ArchiveEntry[] = [];
  const sheets: Sheet[] = [];
  for (const { name, hidden, relation } of listed) {
    const { type, target: path } = relations.get(relation) ?? { type: "", target: "" };
    if (type !== "worksheet") continue;
    const head = new HeadRows(headRows);
    await readSheet(part(path), [], head);
    sheetParts.push(part(path));
    sheets.push({ name, hidden, head: head.rows });
  }
  if (sheets.length === 0) throw new PlainError("L-105");

  async function readSheet(entry: ArchiveEntry, forms: SheetContext["forms"], sink: RowSink) {
    const sheet = new SheetScan(sink, { ...context, forms });
    await scan(archive.read(entry), sheet).catch((error) => {
      if (error !== enoughRows) throw error;
    });
    return { formulas: sheet.formulas };
  }
  return {
    format: "xlsx",
    sheets,
    read: (sheet, forms, sink) => readSheet(sheetParts[sheet]!, forms, sink),
    close: () => archive.close(),
  };
}

async function scan(pieces: AsyncIterable<Buffer>, visitor: XmlVisitor): Promise<void> {
  const scanner = new XmlScan(visitor);
  for await (const piece of pieces) scanner.write(piece);
  scanner.end();
}

/** The relations of a part by their id; targets as paths in the archive. Throws L-112 for one that leads out of it. */
async function readRelations(pieces: AsyncIterable<Buffer>, folder: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  await walkXml(pieces, {
    open(name, { Id, Type = "", Target = "", TargetMode }) {
      if (name !== "Relationship" || !Id) return;
      if (TargetMode === "External") throw new PlainError("L-112");
      const path = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
      relations.set(Id, { type: Type.slice(Type.lastIndexOf("/") + 1), target: path });
    },
  });
  return relations;
}

async function readWorkbookPart(pieces: AsyncIterable<Buffer>) {
  const listed: { name: string; hidden: boolean; relation: string }[] = [];
  let is1904 = false;
  await walkXml(pieces, {
    open(name, { date1904, name: sheetName, state = "visible", id }) {
      if (name === "workbookPr") is1904 = date1904 === "1" || date1904 === "true";
      else if (name === "sheet" && sheetName !== undefined && id)
        listed.push({ name: sheetName, hidden: state !== "visible", relation: id });
    },
  });
  const dateSystem: SheetContext["dateSystem"] = is1904 ? 1904 : 1900;
  return { dateSystem, listed };
}
