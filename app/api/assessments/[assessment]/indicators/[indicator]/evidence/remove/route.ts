import { z } from "zod";
import { indicatorPath } from "@/app/performance/places";
import { removeEvidence } from "@/assessments/index";
import { enter } from "../../../../../../settings/enter";
import { changeOf, type IndicatorParams } from "../../../../../changing";

const entry = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/, "S-102") });

/** Takes a file off an indicator; that it was there stays on record. */
export async function POST(request: Request, { params }: IndicatorParams): Promise<Response> {
  const { assessment: id, indicator: code } = await params;
  return enter(request, entry, async (installation, fields) => {
    await removeEvidence(installation, { ...changeOf(id, fields), code, sha256: fields.sha256 });
    return `${indicatorPath(id, code)}#evidence`;
  });
}
