import { stat } from "node:fs/promises";

/** Differs as soon as somebody writes to a file, or puts another in its place; null where there is none. */
export const fileMark = (path: string): Promise<string | null> =>
  stat(path).then(
    ({ ino, size, mtimeMs }) => `${ino} ${size} ${mtimeMs}`,
    () => null,
  );
