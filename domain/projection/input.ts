import type { Decimal } from "@/domain/money";
import type { Month } from "@/domain/period";
import type { CompletionFactors } from "./completeness";
import type { MonthWeights } from "./monthWeights";
import type { PastMiss } from "./recalibration";

/** Twelve months, January first; null where no number is known. A missing month is never 0. */
export interface PriorYearInput {
  readonly year: number;
  readonly months: readonly (Decimal | null)[];
  /** Marked by a person: a price shock, an epidemic. */
  readonly atypical?: boolean;
}

/** Money that is no part of the ordinary course: a campaign, a recovery (negative), a clearing. Part of its month's amount. */
export interface OneOff {
  readonly month: Month;
  readonly amount: Decimal;
}

/** Everything a projection depends on. Amounts are yuan, or any other unit that adds up over months (cases). */
export interface ProjectionInput {
  readonly year: number;
  /** This year from January, as far as reported. A null before the last reported month is a gap. */
  readonly thisYear: readonly (Decimal | null)[];
  readonly history: readonly PriorYearInput[];
  /** Of this year (also months to come, where committed) and of prior years. */
  readonly oneOffs?: readonly OneOff[];
  /** From `from` on, what cost 1 costs `factor`: reimbursement 65% → 70% on a part p of spending is 1 + p × (70 ÷ 65 − 1). */
  readonly policyChange?: { readonly from: Month; readonly factor: Decimal };
  /** `spring_festival`: compares months per effective day. `plain` (the default): as they are. */
  readonly calendar?: "plain" | "spring_festival";
  /** For service months: how complete a month is by age, and the age of the newest reported one (before January: of December). */
  readonly completion?: CompletionFactors & { readonly ageOfNewest: number };
  /** Stands in where the own history is short: its month weights, and its sigma where there is no own one. */
  readonly parent?: { readonly monthWeights: MonthWeights; readonly sigma: number };
  /** The year broke with what was before: a projection is made, an interval is not. */
  readonly structuralBreak?: boolean;
  /** Misses of the bureau's own past projections. */
  readonly pastMisses?: readonly PastMiss[];
}

/** `2018-06` for (2018, 6). */
export function monthOf(year: number, month: number): Month {
  return `${year}-${String(month).padStart(2, "0")}`;
}
