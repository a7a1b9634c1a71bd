import type { IntakeDesk } from "./desk";

// The server runs from the sources and the pages from Next's bundle: two copies of this module, one desk.
const place = globalThis as { yizhangDesk?: IntakeDesk };

/** Called once by scripts/start before the first request. */
export function openFor(desk: IntakeDesk): void {
  place.yizhangDesk = desk;
}

/** The desk of the process that answers this request. Throws outside of a server started by scripts/start. */
export function servingDesk(): IntakeDesk {
  if (!place.yizhangDesk) throw new Error("Files are handed in to a server started by npm start.");
  return place.yizhangDesk;
}
