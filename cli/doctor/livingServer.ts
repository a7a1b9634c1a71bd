import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Home } from "@/db/home";

/** `server.json` in the data folder: who serves it. True only while that server answers with the same instance. */
interface Entry {
  readonly address: string;
  readonly instance: string;
}

const entryFile = (home: Home) => join(home.root, "server.json");

/** The address of the server that serves this data folder now, or null. */
export async function livingServer(home: Home): Promise<string | null> {
  const text = await readFile(entryFile(home), "utf8").catch(() => null);
  if (text === null) return null;
  try {
    const entry = JSON.parse(text) as Entry;
    const answer = await fetch(`${entry.address}/healthz`, { signal: AbortSignal.timeout(5000), redirect: "error" });
    const { instance } = (await answer.json()) as { instance?: string };
    return instance === entry.instance ? entry.address : null;
  } catch {
    return null;
  }
}

export async function announce(home: Home, entry: Entry): Promise<void> {
  const draft = `${entryFile(home)}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
  await rename(draft, entryFile(home));
}

/** Takes the announcement back, unless another server has replaced it. */
export async function withdraw(home: Home, instance: string): Promise<void> {
  const text = await readFile(entryFile(home), "utf8").catch(() => "");
  if (text.includes(instance)) await rm(entryFile(home), { force: true });
}
