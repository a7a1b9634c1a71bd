import type { Month } from "@/domain/period";
import type { LeverValues } from "@/domain/projection/leverValues";

/** Levers that somebody pulled and kept, with what they were pulled on. */
export interface Scenario {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly scheme: string;
  readonly year: number;
  /** The last month that was known. */
  readonly through: Month;
  /** The data version whose projection the levers changed. */
  readonly dataVersion: number;
  readonly levers: LeverValues;
}

/** A scenario with who saved it, and when: `2018-07-05 09:00:00+08`. */
export interface SavedScenario extends Scenario {
  readonly enteredAt: string;
  readonly enteredBy: string;
  readonly reason: string;
}
