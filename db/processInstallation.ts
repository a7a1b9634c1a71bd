import type { Installation } from "@/db/open";

/** What the serving process shares with every page it renders. */
export interface ServingProcess {
  readonly installation: Installation;
  /** Version of the program, from package.json. */
  readonly program: string;
  /** Random, new at every start: by it a second start recognises that this server serves the same data folder. */
  readonly instance: string;
}

// The server runs from the sources and the pages from Next's bundle: two copies of this module, one process.
const place = globalThis as { yizhangServing?: ServingProcess };

/** Called once by scripts/start before the first request. */
export function serveFrom(serving: ServingProcess): void {
  place.yizhangServing = serving;
}

/** The process that renders this page. Throws outside of a server started by scripts/start. */
export function servingProcess(): ServingProcess {
  if (!place.yizhangServing)
    throw new Error("Pages are served by npm start (or npm start -- --dev), not by next alone.");
  return place.yizhangServing;
}

/** The installation whose figures the pages show: open for as long as the server runs. */
export const processInstallation = (): Installation => servingProcess().installation;
