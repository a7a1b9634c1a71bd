import type { RuleId } from "@/domain/rubric";
import type { ScoringFlag, ScoringFormula } from "@/domain/scoring/scored";

/** Rules of scoring: what each is called, and how it makes points. */
export const scoringRules: Record<RuleId, { readonly name: string; readonly how: string }> = {
  higher_is_better: { name: "Higher is better", how: "Full when the target is reached, else marks × actual ÷ target" },
  lower_is_better: { name: "Lower is better", how: "Full when the target is kept, else marks × target ÷ actual" },
  bands: { name: "Bands", how: "The share of the highest band that is reached, nothing below the last" },
  qualitative: {
    name: "Three grades",
    how: "Reached 100% to 80%, partly 80% to 60%, missed 60% to 0%; the share and its reason are said",
  },
  yes_no: { name: "Yes or no", how: "All marks or none" },
  deduction: { name: "Deductions", how: "Marks off for each time something was found, never below zero" },
  budget_execution: {
    name: "Budget execution",
    how: "Marks × executed ÷ budget of the year (adjusted), at most full; not the fund's burn rate",
  },
  given: { name: "Given", how: "Marks that somebody gives, at most full; an interval until the superior has scored" },
};

/** Why a formula applied, and how the points come about. */
export const scoringFormulas: Record<ScoringFormula, { readonly because: string; readonly points: string }> = {
  target_reached: { because: "{actual} reaches the target {target}", points: "full, {full}" },
  share_of_target: { because: "{actual} is below the target {target}", points: "{full} × {actual} ÷ {target}" },
  below_floor: { because: "{actual} is below the floor {floor} (target {target})", points: "nothing" },
  target_kept: { because: "{actual} keeps the target {target}", points: "full, {full}" },
  target_share_of_actual: { because: "{actual} exceeds the target {target}", points: "{full} × {target} ÷ {actual}" },
  no_share_of_target: { because: "{actual} has no share of the target {target}", points: "nothing" },
  band: { because: "{actual} reaches the band from {at_least}", points: "{full} × {share}" },
  below_bands: { because: "{actual} is below the last band, {lowest}", points: "nothing" },
  quality_share: { because: "{grade}", points: "{full} × {share}" },
  yes: { because: "Reached", points: "full, {full}" },
  no: { because: "Not reached", points: "nothing" },
  marks_off: { because: "{off} marks off", points: "{full} − {off}, never below zero" },
  share_of_budget: {
    because: "{executed} executed of a budget (adjusted, with what was carried over) of {budget}",
    points: "{full} × {executed} ÷ {budget}, at most full",
  },
  share_of_this_year_budget: {
    because: "{executed} executed of this year's budget (without what was carried over) of {budget}",
    points: "{full} × {executed} ÷ {budget}, at most full",
  },
  no_budget: { because: "There is no budget", points: "nothing" },
  marks_given: { because: "Marks were given", points: "as given, at most {full}" },
  marks_estimated: {
    because: "The superior has not scored yet; estimated at {estimate}",
    points: "between the estimate and the marks claimed (full, {full}, where none are)",
  },
  no_target: { because: "There is no target", points: "between 0 and {full}" },
  pending: { because: "There is no actual yet", points: "between 0 and {full}" },
};

/** What is to be said about an indicator. */
export const scoringFlags: Record<ScoringFlag, string> = {
  unmet: "Not met",
  far_over_target: "Target set markedly low",
  no_target: "No target",
  pending: "Pending",
  contradicts: "Contradicts itself",
};

/** Why, how, and what came of it. */
export const traceSentence = "{because}: {formula} = {points}";
