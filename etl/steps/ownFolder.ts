import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";

/** What a folder is for: a question or a trial, the files of a load, a session of the warehouse, a list that was typed. */
type Purpose = "read" | "load" | "work" | "list";

/**
 * A folder of this process in the spill folder, `load-4711-x8Yt2a`. Whoever sweeps can tell that its process is at work,
 * also when the lock that says so went away with the database.
 */
export function ownFolder(spillFolder: string, purpose: Purpose): Promise<string> {
  return mkdtemp(join(spillFolder, `${purpose}-${process.pid}-`));
}

/** Whether the process lives that made an entry of the spill folder. */
export function isOwned(name: string): boolean {
  const owner = /^(?:read|load|work|list)-(\d+)(?:$|-)/.exec(name)?.[1];
  if (!owner) return false;
  try {
    return process.kill(Number(owner), 0);
  } catch (error) {
    // It lives, and belongs to another user.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
