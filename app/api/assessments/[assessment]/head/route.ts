import { z } from "zod";
import { optional, text } from "../../../settings/enter";
import { type AssessmentParams, enterFrame } from "../../changing";

const written = optional(text(4000));

const entry = z.object({
  project: text(200),
  central_department: optional(text(200)),
  department: optional(text(200)),
  unit: optional(text(200)),
  expected: written,
  achieved: written,
  remark: written,
});

/** 项目名称, 主管部门, 实施单位, 年度总体目标 and 说明. */
export async function POST(request: Request, context: AssessmentParams): Promise<Response> {
  return enterFrame(request, context, entry, "head", async (fields) => ({
    head: {
      project: fields.project,
      department: fields.department ?? "",
      unit: fields.unit ?? "",
      ...(fields.central_department ? { centralDepartment: fields.central_department } : {}),
    },
    goal: { expected: fields.expected ?? "", achieved: fields.achieved ?? "" },
    ...(fields.remark ? { remark: fields.remark } : {}),
  }));
}
