import type { LoadState } from "./load";
import type { LoadProgress } from "./loadProgress";

/** `receiving` files, then `waiting` for the one before, then `running` in a process of its own, then `ended`. */
export type JobState = "receiving" | "waiting" | "running" | "ended";

/** How a job ended: with a load and its report, given up by somebody, or failed with a code to read. */
export type JobOutcome =
  | {
      readonly kind: "load";
      readonly loadId: string;
      readonly state: LoadState;
      readonly unchanged: boolean;
      /** Of a refused load, the file whose layout is not known: the job keeps its files until it is described. */
      readonly unknownLayout?: string;
    }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly code: string; readonly details: Record<string, string | number> };

export interface JobFile {
  readonly name: string;
  readonly bytes: number;
}

/** Files handed in together, on the way to becoming one load; the job has the id of the load to be. */
export interface LoadJob {
  readonly id: string;
  readonly state: JobState;
  readonly origin: "page" | "inbox";
  readonly region: string;
  readonly files: readonly JobFile[];
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** While it runs, once it is known. */
  readonly progress: LoadProgress | null;
  /** While it runs: how much is done, 0 to 1, and what is left; null while there is too little to tell by. */
  readonly estimate: { readonly done: number; readonly secondsLeft: number } | null;
  readonly outcome: JobOutcome | null;
}
