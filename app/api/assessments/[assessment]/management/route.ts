import { z } from "zod";
import { fundManagementTopics } from "@/domain/assessment";
import { optional, text } from "../../../settings/enter";
import { type AssessmentParams, enterFrame } from "../../changing";

const names = fundManagementTopics.flatMap((topic) => [`${topic}_situation`, `${topic}_problems`]);

const entry = z.object(Object.fromEntries(names.map((name) => [name, optional(text(4000))])));

/** 资金管理情况: the topics of which something was written. */
export async function POST(request: Request, context: AssessmentParams): Promise<Response> {
  return enterFrame(request, context, entry, "management", async (fields) => {
    const rows = fundManagementTopics.map((topic) => ({
      topic,
      situation: fields[`${topic}_situation`] ?? "",
      problems: fields[`${topic}_problems`] ?? "",
    }));
    return { management: rows.filter(({ situation, problems }) => situation !== "" || problems !== "") };
  });
}
