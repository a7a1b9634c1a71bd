import { z } from "zod";
import { indicatorPath } from "@/app/performance/places";
import { attachEvidence } from "@/assessments/index";
import { enterFields, text } from "../../../../../settings/enter";
import { changeOf, type IndicatorParams } from "../../../../changing";

const entry = z.object({ name: text(300) });

/** Takes a file of 佐证材料 as it comes: its bytes are the body, never held whole; who sends it stands in the address. */
export async function POST(request: Request, { params }: IndicatorParams): Promise<Response> {
  const { assessment: id, indicator: code } = await params;
  const fields = async () => Object.fromEntries(new URL(request.url).searchParams);
  return enterFields(request, entry, fields, async (installation, sent) => {
    const content = bytesOf(request);
    await attachEvidence(installation, { ...changeOf(id, sent), code, fileName: sent.name, content });
    return `${indicatorPath(id, code)}#evidence`;
  });
}

async function* bytesOf({ body }: Request): AsyncGenerator<Uint8Array> {
  if (body) for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) yield chunk;
}
