import { z } from "zod";
import { assessmentPath } from "@/app/performance/places";
import { submitAssessment } from "@/assessments/index";
import { enter, optional, whole } from "../../../settings/enter";
import { type AssessmentParams, changeOf } from "../../changing";

const entry = z.object({ data_version: optional(whole) });

/** 提交并定稿: what the page showed is frozen; refused where something is missing, or other than what was seen. */
export async function POST(request: Request, { params }: AssessmentParams): Promise<Response> {
  const { assessment: id } = await params;
  return enter(request, entry, async (installation, fields) => {
    const dataVersion = fields.data_version === null ? null : Number(fields.data_version);
    await submitAssessment(installation, { ...changeOf(id, fields), dataVersion });
    return assessmentPath(id);
  });
}
