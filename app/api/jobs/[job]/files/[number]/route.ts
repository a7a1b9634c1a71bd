import { carryOut } from "@/app/api/action";
import { servingDesk } from "@/intake/index";

/** Receives one file of a job as it comes: its bytes are the body, never held whole. Answers their number and SHA-256. */
export async function PUT(
  request: Request,
  { params }: { params: Promise<{ job: string; number: string }> },
): Promise<Response> {
  const { job, number } = await params;
  return carryOut(request, async () => ({ ...(await servingDesk().receive(job, Number(number), bytesOf(request))) }));
}

async function* bytesOf({ body }: Request): AsyncGenerator<Uint8Array> {
  if (body) for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) yield chunk;
}
