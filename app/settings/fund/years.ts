import type { SearchParams } from "../../scope";
import type { SettingsShown } from "../shown";

/** Years that have settlements or a funding plan, newest first, and the one after: its plan is made before it begins. */
export function yearsOf({ months, data, region }: SettingsShown): string[] {
  const planned = data.files.filter(({ table, region: own }) => table === "fct_funding" && own === region.code);
  const known = new Set([...months.map((month) => month.slice(0, 4)), ...planned.map(({ partition }) => partition)]);
  const last = [...known].sort().at(-1);
  if (last) known.add(String(Number(last) + 1));
  return [...known].sort().reverse();
}

/** The year an address names, else the last with data; null where there is none yet. */
export function yearIn({ year }: SearchParams, years: readonly string[]): string | null {
  if (typeof year === "string" && /^\d{4}$/.test(year)) return year;
  return years[1] ?? years[0] ?? null;
}
