import type { z } from "zod";
import { assessmentPath, indicatorPath } from "@/app/performance/places";
import { type ChangeRequest, enterHead, enterIndicator, viewAssessment } from "@/assessments/index";
import type { Installation } from "@/db/open";
import type { IndicatorPatch } from "@/domain/assessment";
import type { FramePatch } from "@/domain/assessmentChange";
import { PlainError } from "@/domain/errors";
import type { Indicator } from "@/domain/rubric";
import { type Attribution, enter } from "../settings/enter";

export interface AssessmentParams {
  readonly params: Promise<{ readonly assessment: string }>;
}
export interface IndicatorParams {
  readonly params: Promise<{ readonly assessment: string; readonly indicator: string }>;
}

/** Who changes which assessment, and what they saw of it. */
export const changeOf = (id: string, { seen, entered_by: enteredBy, reason }: Attribution): ChangeRequest => ({
  id,
  seen,
  enteredAt: new Date(),
  enteredBy,
  reason,
});

/** Enters what a form says of the assessment as a whole, and goes back to its place on the page. */
export async function enterFrame<Shape extends z.ZodRawShape>(
  request: Request,
  { params }: AssessmentParams,
  schema: z.ZodObject<Shape>,
  place: string,
  valuesOf: (fields: z.infer<z.ZodObject<Shape>>, installation: Installation, id: string) => Promise<FramePatch>,
): Promise<Response> {
  const { assessment: id } = await params;
  return enter(request, schema, async (installation, fields) => {
    const values = await valuesOf(fields, installation, id);
    await enterHead(installation, { ...changeOf(id, fields), values });
    return `${assessmentPath(id)}#${place}`;
  });
}

/** Enters what a form says of one indicator, and goes back to it, or to `back`. */
export async function enterValues<Shape extends z.ZodRawShape>(
  request: Request,
  { params }: IndicatorParams,
  schema: z.ZodObject<Shape>,
  valuesOf: (fields: z.infer<z.ZodObject<Shape>> & Attribution, indicator: Indicator) => Promise<IndicatorPatch>,
  back?: string,
): Promise<Response> {
  const { assessment: id, indicator: code } = await params;
  return enter(request, schema, async (installation, fields) => {
    const indicator = await indicatorOf(installation, id, code);
    const values = await valuesOf(fields, indicator);
    await enterIndicator(installation, { ...changeOf(id, fields), code, values });
    return back ?? indicatorPath(id, code);
  });
}

/** An indicator of the rubric of an assessment. Throws PlainError P-101 and P-103. */
async function indicatorOf(installation: Installation, id: string, code: string): Promise<Indicator> {
  const { rubric } = await viewAssessment(installation, id);
  const found = rubric.sections.flatMap(({ indicators }) => indicators).find((indicator) => indicator.code === code);
  if (!found) throw new PlainError("P-103", { rubric: rubric.title });
  return found;
}
