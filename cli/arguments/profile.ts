import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { PlainError } from "@/domain/errors";
import type { ExtractProfile } from "@/domain/extractProfile";
import { readProfile } from "@/etl/index";

/** A description of a layout in a file of its own. Throws PlainError F-1xx with the line, L-131 when it cannot be read. */
export async function readProfileFile(path: string): Promise<ExtractProfile> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new PlainError("L-131", { file: basename(path) });
  });
  return readProfile(text);
}

/** `--profile`: the name of a layout, or a file (`.json`) that describes one. */
export async function readProfileChoice(
  text: string | undefined,
): Promise<{ profile: string | null; described: ExtractProfile[] }> {
  if (!text?.endsWith(".json")) return { profile: text ?? null, described: [] };
  const described = await readProfileFile(text);
  return { profile: described.name, described: [described] };
}
