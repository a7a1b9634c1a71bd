import type { Database } from "@/db/client";

const mostRemembered = 100;
const known = new WeakMap<Database, Map<string, Promise<unknown>>>();

/**
 * What follows from a data version and values in `id`, worked out once a process: a version never changes. `id` begins
 * with the name of what is remembered.
 */
export function remembered<Result>(
  database: Database,
  id: readonly [name: string, ...unknown[]],
  work: () => Promise<Result>,
): Promise<Result> {
  const own = known.get(database) ?? new Map<string, Promise<unknown>>();
  known.set(database, own);
  const text = JSON.stringify(id);
  const found = own.get(text) as Promise<Result> | undefined;
  if (found) return found;
  const working = work();
  const [oldest] = own.keys();
  if (own.size >= mostRemembered && oldest !== undefined) own.delete(oldest);
  own.set(text, working);
  working.catch(() => own.delete(text));
  return working;
}
