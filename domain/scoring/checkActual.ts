import { PlainError } from "../errors";
import { decimal } from "../money";
import type { Indicator } from "../rubric";
import { isShareOf } from "./qualitative";
import { type Actual, actualKinds, type ScoreKind, scoreKinds } from "./scored";

/** How numbers of an assessment are written: no exponent, no thousands separator. */
export const exactNumber = /^-?(0|[1-9]\d{0,14})(\.\d{1,60})?$/;

const isExact = (text: string) => exactNumber.test(text);
const isAmount = (text: string) => isExact(text) && !text.startsWith("-");

/**
 * Throws PlainError where an actual cannot be one of an indicator: R-201 another kind than the rule takes, R-202 no
 * exact number, R-203 a share outside of its grade, R-204 an unknown finding, R-205 not a whole number of times, R-206
 * marks below zero or above full.
 */
export function checkActual({ name, scoring, marks }: Indicator, actual: Actual): void {
  if (actual.kind !== actualKinds[scoring.rule]) throw new PlainError("R-201", { indicator: name, kind: actual.kind });
  const refuse = (error: string, value: string) => new PlainError(error, { indicator: name, value });
  switch (actual.kind) {
    case "number":
      if (!isExact(actual.value)) throw refuse("R-202", actual.value);
      return;
    case "budget":
      for (const amount of [actual.budget, actual.executed]) if (!isAmount(amount)) throw refuse("R-202", amount);
      return;
    case "quality":
      if (!isAmount(actual.share) || !isShareOf(actual.grade, actual.share)) throw refuse("R-203", actual.share);
      return;
    case "findings": {
      const known = scoring.rule === "deduction" ? scoring.findings.map((finding) => finding.code) : [];
      for (const [finding, times] of Object.entries(actual.counts)) {
        if (!known.includes(finding)) throw refuse("R-204", finding);
        if (!Number.isSafeInteger(times) || times < 0) throw refuse("R-205", String(times));
      }
      return;
    }
    case "marks":
      for (const [kind, given] of Object.entries(actual.scores)) {
        if (!scoreKinds.includes(kind as ScoreKind)) throw refuse("R-201", kind);
        if (!isAmount(given) || (marks !== undefined && decimal(given).gt(decimal(marks))))
          throw refuse("R-206", given);
      }
      return;
    case "yes_no":
      return;
  }
}
