import { pipeline } from "node:stream/promises";
import { PlainError } from "@/domain/errors";
import { newFile } from "./newFile";
import { Archive, type ArchiveEntry } from "./readArchive";
import { isArchive } from "./readContainer";
import type { SizeLimits } from "./sizeLimits";

/** A file of a load: where it is, and what it is called. */
export interface InputFile {
  readonly path: string;
  readonly name: string;
}

/** What packers add on their own. */
const byproducts = /(^|\/)(__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini)$/i;
const controlFile = ".control.json";

/**
 * The files of a load, those in .zip archives in the place of the archive: each is read as if it had come alone. They are
 * written to `folder` under names of our own; a control file goes beside its file. A workbook is an archive too, and stays
 * whole. An archive that cannot be unpacked stands with the reason.
 */
export async function unpackArchives(
  files: readonly InputFile[],
  folder: string,
  limits: SizeLimits,
): Promise<(InputFile | { readonly name: string; readonly error: PlainError })[]> {
  const unpacked: Awaited<ReturnType<typeof unpackArchives>> = [];
  for (const [index, file] of files.entries()) {
    try {
      const parts = (await isArchive(file.path))
        ? await unpack(file, `${folder}/archive-${index + 1}`, limits)
        : [file];
      unpacked.push(...parts);
    } catch (error) {
      if (!(error instanceof PlainError)) throw error;
      unpacked.push({ name: file.name, error });
    }
  }
  return unpacked;
}

async function unpack(file: InputFile, place: string, limits: SizeLimits): Promise<InputFile[]> {
  const archive = await Archive.open(file.path, limits);
  try {
    const names = archive.entries.map(({ name }) => name);
    if (names.includes("[Content_Types].xml") || names.includes("mimetype")) return [file];
    const entries = archive.entries.filter(({ name }) => !name.endsWith("/") && !byproducts.test(name));
    const data = entries.filter(({ name }) => !name.endsWith(controlFile));
    if (data.length === 0) throw new PlainError("L-101");
    const parts: InputFile[] = [];
    for (const [index, entry] of data.entries()) {
      const path = `${place}-${index + 1}`;
      await write(archive, entry, path);
      const control = entries.find(({ name }) => name === entry.name + controlFile);
      if (control) await write(archive, control, path + controlFile);
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
