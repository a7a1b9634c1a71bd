import { mkdir } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { PlainError } from "@/domain/errors";
import { controlFileOf, isControlFile, isControlOf } from "./controlFile";
import { newFile } from "./newFile";
import { Archive, type ArchiveEntry } from "./readArchive";
import { isArchive } from "./readContainer";
import { readHead } from "./readFile";
import type { SizeLimits } from "./sizeLimits";

/** A file of a load: where it is, and what it is called. */
export interface InputFile {
  readonly path: string;
  readonly name: string;
}

/** What packers add on their own, and the locks of open workbooks. */
const byproducts = /(^|\/)(__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini|(~\$|\.~)[^/]*)$/i;
/** What somebody encloses for people to read. */
const documents = /\.(pdf|docx?|pptx?|md|rtf|png|jpe?g)$/i;
/** What only archives hold that are one document. */
const wholeMarks = ["[Content_Types].xml", "mimetype", "OFD.xml"];
const plainText = /\.txt$/i;
/** Cells that a row of any table has at least, and rows that are looked at. */
const fewestCells = 3;
const headRows = 20;

/** What was given to be loaded: the files to read, or why one cannot be; beside them what is enclosed and holds no table. */
export interface Unpacked {
  readonly files: readonly (InputFile | { readonly name: string; readonly error: PlainError })[];
  readonly enclosed: readonly string[];
}

/**
 * The files of a load, those in .zip archives in the place of the archive: each is read as if it had come alone. They are
 * written to `folder` under names of our own; a control file goes beside its file. A workbook is an archive too, and stays
 * whole. An archive that cannot be unpacked stands with the reason. Documents and notes beside the files of an archive are
 * left out, and named, as are the locks of open workbooks beside any.
 */
export async function unpackArchives(
  files: readonly InputFile[],
  folder: string,
  limits: SizeLimits,
): Promise<Unpacked> {
  const unpacked: Unpacked["files"][number][] = [];
  const enclosed: string[] = [];
  const isByproduct = ({ name }: InputFile) => byproducts.test(name);
  const areByproducts = files.every(isByproduct);
  for (const [index, file] of files.entries()) {
    if (isByproduct(file) && !areByproducts) {
      enclosed.push(file.name);
      continue;
    }
    try {
      if (!(await isArchive(file.path))) {
        unpacked.push(file);
        continue;
      }
      const parts = await unpack(file, `${folder}/archive-${index + 1}`, limits);
      const notes: InputFile[] = [];
      for (const part of parts) if (await isNote(part, `${part.path}-head`, limits)) notes.push(part);
      const isDataEnclosed = notes.length < parts.length;
      unpacked.push(...parts.filter((part) => !(isDataEnclosed && notes.includes(part))));
      if (isDataEnclosed) enclosed.push(...notes.map(({ name }) => name));
    } catch (error) {
      if (!(error instanceof PlainError)) throw error;
      unpacked.push({ name: file.name, error });
    }
  }
  return { files: unpacked, enclosed };
}

/** Whether a file is there to be read by people: a document by its name, or a text whose lines are no rows of a table. */
async function isNote({ path, name }: InputFile, folder: string, limits: SizeLimits): Promise<boolean> {
  if (documents.test(name)) return true;
  if (!plainText.test(name)) return false;
  await mkdir(folder);
  const candidates = await readHead({ path, name }, folder, limits, headRows).catch(() => []);
  const looksLikeTable = candidates.some(({ rows }) => {
    const lines = rows.filter((cells) => cells.some((cell) => cell.trim() !== ""));
    return lines.filter((cells) => cells.length >= fewestCells).length * 2 > lines.length;
  });
  return candidates.length > 0 && !looksLikeTable;
}

async function unpack(file: InputFile, place: string, limits: SizeLimits): Promise<InputFile[]> {
  const archive = await Archive.open(file.path, limits);
  try {
    const names = archive.entries.map(({ name }) => name);
    if (names.some((name) => wholeMarks.includes(name))) return [file];
    const entries = archive.entries.filter(({ name }) => !name.endsWith("/") && !byproducts.test(name));
    const data = entries.filter(({ name }) => !isControlFile(name));
    if (data.length === 0) throw new PlainError("L-101");
    const parts: InputFile[] = [];
    for (const [index, entry] of data.entries()) {
      const path = `${place}-${index + 1}`;
      await write(archive, entry, path);
      const control = entries.find(({ name }) => isControlOf(entry.name, name));
      if (control) await write(archive, control, controlFileOf(path));
      parts.push({ path, name: `${file.name}/${entry.name}` });
    }
    return parts;
  } finally {
    archive.close();
  }
}

async function write(archive: Archive, entry: ArchiveEntry, path: string): Promise<void> {
  await pipeline(archive.read(entry), await newFile(path));
}
