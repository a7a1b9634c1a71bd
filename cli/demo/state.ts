import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Home } from "@/db/home";
import type { Installation } from "@/db/open";
import { demoRegion } from "@/db/queries/demoRegion";

/** What became of the demo in this data folder; null before it was loaded completely. */
export type DemoState = "loaded" | "removed" | null;

const stateFile = (home: Home) => join(home.root, "demo.json");

export async function readDemoState(home: Home): Promise<DemoState> {
  const text = await readFile(stateFile(home), "utf8").catch(() => null);
  return text === null ? null : (JSON.parse(text) as { state: DemoState }).state;
}

export async function writeDemoState(home: Home, state: Exclude<DemoState, null>): Promise<void> {
  await writeFile(stateFile(home), `${JSON.stringify({ state })}\n`, { flush: true });
}

/** A store that is empty, or in which loading the demo was cut off, gets the demo at the next start. */
export async function demoIsDue({ home, database }: Installation): Promise<boolean> {
  if ((await readDemoState(home)) !== null) return false;
  const [store] = await database.sql<{ begun: boolean; own: boolean }[]>`
    select coalesce(bool_or(region = ${demoRegion}), false) as begun,
           coalesce(bool_or(region <> ${demoRegion}), false) as own
    from loads`;
  return store!.begun || !store!.own;
}
