import type { Month } from "@/domain/period";

/** Why a prior year is not used. */
export type YearLeftOut = "too_few_months" | "no_spending";

/** What a reader has to know beside a projection. Codes only: their words live in messages/. */
export type Flag =
  | { readonly code: "no_history" }
  /** One or two months known: never read as a twelfth or a sixth of a year. */
  | { readonly code: "early_in_year" }
  /** The five methods are further apart than the 80% interval is wide. */
  | { readonly code: "low_agreement" }
  | { readonly code: "atypical_base_year_suggested"; readonly because: "growth" | "spread" }
  /** Months more than three sigma off the level, not marked as a one-off by anybody. */
  | { readonly code: "one_off_suspected"; readonly months: readonly Month[] }
  /** Three zeros or more in the last 24 months: the parent is the better source. */
  | { readonly code: "zeros"; readonly months: readonly Month[] }
  | { readonly code: "history_filled"; readonly months: readonly Month[] }
  /** Months with more refunded than paid: projected without, added back as they are. */
  | { readonly code: "negative_months"; readonly months: readonly Month[] }
  | { readonly code: "year_left_out"; readonly year: number; readonly reason: YearLeftOut }
  /** Last year had no spending by now: its share and its growth say nothing, the run rate stands in for them. */
  | { readonly code: "no_spending_last_year_by_now" }
  /** One prior year, and its December is half as much again as its other months: ask whether that was clearing. */
  | { readonly code: "december_clearing_suspected"; readonly year: number }
  | { readonly code: "festival_dates_unknown" }
  /** Months known less than 90%: projected, their known part is a floor. */
  | { readonly code: "months_incomplete"; readonly months: readonly Month[] };
