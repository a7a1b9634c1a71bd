import { mkdtemp, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Home } from "@/db/home";
import { PlainError } from "@/domain/errors";
import type { ExtractKind } from "@/domain/load";
import { headerRows } from "../steps/map";
import { readHead } from "../steps/readFile";
import { defaultLimits } from "../steps/sizeLimits";
import { type InputFile, unpackArchives } from "../steps/unpackArchives";
import { findHeader } from "./findHeader";
import { type SampledColumn, type SuggestedProfile, suggestProfile } from "./suggest";

/** Rows by which columns are judged. */
const sampledRows = 400;

/** The columns of a file with their first cells; of an archive, of its first file. Nothing of it is left behind. */
export async function sampleFile(home: Home, file: InputFile): Promise<SampledColumn[]> {
  const folder = await mkdtemp(join(home.spillFolder, "head-"));
  try {
    const [input] = await unpackArchives([file], folder, defaultLimits);
    if ("error" in input!) throw input.error;
    const candidates = await readHead(input!, folder, defaultLimits, headerRows + sampledRows);
    const columns = findHeader(candidates);
    if (!columns) throw new PlainError("F-114", { rows: headerRows });
    return columns;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Suggests how a file could be read. Throws PlainError when it cannot be opened, F-114 without a header. */
export async function suggestForFile(home: Home, file: InputFile, kind: ExtractKind | null): Promise<SuggestedProfile> {
  const name = basename(file.name)
    .replace(/(\.\w{1,5})+$/, "")
    .replace(/[^\p{L}\p{N} _.·（）()-]/gu, " ")
    .trim()
    .slice(0, 60);
  return suggestProfile(await sampleFile(home, file), name || "layout", kind);
}
