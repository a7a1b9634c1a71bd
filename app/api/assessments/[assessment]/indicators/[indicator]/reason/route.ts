import { z } from "zod";
import { optional, text } from "../../../../../settings/enter";
import { enterValues, type IndicatorParams } from "../../../../changing";

const entry = z.object({ deviation_reason: optional(text(4000)) });

/** 偏差原因分析及改进措施; left empty it is taken back. */
export async function POST(request: Request, context: IndicatorParams): Promise<Response> {
  return enterValues(request, context, entry, async ({ deviation_reason: reason }) => ({ reason }));
}
