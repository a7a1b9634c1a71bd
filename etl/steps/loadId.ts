import { randomBytes } from "node:crypto";
import { dayOf } from "./versionState";

/** Unique, and in the order of the days on which loads came. */
export function newLoadId(now: Date): string {
  return `${dayOf(now).replaceAll("-", "")}-${randomBytes(5).toString("hex")}`;
}

export const isLoadId = (text: string) => /^\d{8}-[0-9a-f]{10}$/.test(text);
