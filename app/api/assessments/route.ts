import { z } from "zod";
import { assessmentPath } from "@/app/performance/places";
import { createAssessment } from "@/assessments/index";
import { enter, optional, text } from "../settings/enter";

const entry = z.object({
  scheme: z.string().regex(/^\d{3}$/, "S-102"),
  assessment_year: z.string().regex(/^\d{4}$/, "S-102"),
  rubric: text(80),
  project: text(200),
  department: optional(text(200)),
  unit: optional(text(200)),
});

/** Creates an assessment of a unit and year by the rubric in force. */
export async function POST(request: Request): Promise<Response> {
  return enter(request, entry, async (installation, fields) => {
    const { region, scheme, rubric, project, department, unit, entered_by: enteredBy, reason } = fields;
    const id = await createAssessment(installation, {
      ...{ region, scheme, year: Number(fields.assessment_year), rubric },
      head: { project, department: department ?? "", unit: unit ?? "" },
      ...{ enteredAt: new Date(), enteredBy, reason },
    });
    return assessmentPath(id);
  });
}
