import { z } from "zod";
import { enterValues, type IndicatorParams } from "../../../../changing";

const entry = z.object({ applies: z.enum(["true", "false"], "S-102") });

/** 不适用, or 适用 again. */
export async function POST(request: Request, context: IndicatorParams): Promise<Response> {
  return enterValues(request, context, entry, async ({ applies }) => ({ applies: applies === "true" ? null : false }));
}
