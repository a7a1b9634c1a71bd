import { basename } from "node:path";
import type { Home } from "@/db/home";
import { PlainError } from "@/domain/errors";
import type { ExtractKind } from "@/domain/load";
import { headerRows } from "../steps/chooseHeader";
import { readHead } from "../steps/readFile";
import { defaultLimits } from "../steps/sizeLimits";
import { type InputFile, unpackArchives } from "../steps/unpackArchives";
import { findHeader } from "./findHeader";
import { type SampledColumn, type SuggestedProfile, suggestProfile } from "./suggest";
import { inTrialFolder } from "./trialFolder";

/** Rows by which columns are judged. */
const sampledRows = 400;

/**
 * The columns of a file with their first cells; of an archive, of the file in it that `file.name` names
 * (`archive.zip/june.csv`), else of its first. Nothing of it is left behind.
 */
export async function sampleFile(home: Home, file: InputFile): Promise<SampledColumn[]> {
  return inTrialFolder(home, async (folder) => {
    const input = await oneFile(file, folder);
    const columns = findHeader(await readHead(input, folder, defaultLimits, headerRows + sampledRows));
    if (!columns) throw new PlainError("F-114", { rows: headerRows });
    return columns;
  });
}

/** The file itself, or the one that is meant of an archive. */
export async function oneFile({ path, name }: InputFile, folder: string): Promise<InputFile> {
  const [archive = name] = name.split(/(?<=\.zip)\//i);
  const { files } = await unpackArchives([{ path, name: archive }], folder, defaultLimits);
  const input = files.find((each) => each.name === name) ?? files[0]!;
  if ("error" in input) throw input.error;
  return input;
}

/** Suggests how a file could be read. Throws PlainError when it cannot be opened, F-114 without a header. */
export async function suggestForFile(home: Home, file: InputFile, kind: ExtractKind | null): Promise<SuggestedProfile> {
  return suggestProfile(await sampleFile(home, file), layoutName(file.name), kind);
}

/** What a layout met in a file may be called: the file's name without its ending, as far as a name may hold it. */
export function layoutName(fileName: string): string {
  const name = basename(fileName)
    .replace(/(\.\w{1,5})+$/, "")
    .replace(/[^\p{L}\p{N} _.·（）()-]/gu, " ")
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .slice(0, 60)
    .trim();
  return name || "layout";
}
