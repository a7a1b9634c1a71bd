import { access } from "node:fs/promises";

/** Whether something stands at a path, and may be used so (`constants.R_OK` …; without, that it is there). */
export const isThere = (path: string, mode?: number): Promise<boolean> =>
  access(path, mode).then(
    () => true,
    () => false,
  );
