import { randomUUID } from "node:crypto";

/** The key of a setting that is entered for the first time and has no name of its own. */
export const newKey = (): string => randomUUID();
