import { z } from "zod";
import { vetoField } from "@/app/performance/entering";
import { viewAssessment } from "@/assessments/index";
import { type AssessmentParams, enterFrame } from "../../changing";

const entry = z.object({}).catchall(z.string());

/** 一票否决: those that were ticked. */
export async function POST(request: Request, context: AssessmentParams): Promise<Response> {
  return enterFrame(request, context, entry, "vetoes", async (fields, installation, id) => {
    const { rubric } = await viewAssessment(installation, id);
    const ticked: Readonly<Record<string, unknown>> = fields;
    return { vetoes: (rubric.vetoes ?? []).flatMap(({ code }) => (ticked[vetoField(code)] ? [code] : [])) };
  });
}
