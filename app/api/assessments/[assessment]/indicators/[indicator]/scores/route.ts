import { z } from "zod";
import { scoreField, scoreKindsEntered } from "@/app/performance/entering";
import { scoreKinds } from "@/domain/scoring/scored";
import { amount, optional } from "../../../../../settings/enter";
import { enterValues, type IndicatorParams } from "../../../../changing";

const entry = z.object({
  self_score: optional(amount),
  estimate_score: optional(amount),
  review_score: optional(amount),
});

/** Marks that somebody gives: the estimate, the review, and where the rule gives none the own ones. */
export async function POST(request: Request, context: IndicatorParams): Promise<Response> {
  return enterValues(request, context, entry, async (fields, indicator) => {
    const entered = scoreKindsEntered(indicator);
    const given = scoreKinds.flatMap((kind) => {
      const marks = fields[scoreField(kind)];
      return entered.includes(kind) && marks !== null ? [[kind, marks]] : [];
    });
    return { scores: given.length > 0 ? Object.fromEntries(given) : null };
  });
}
