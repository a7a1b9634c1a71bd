import { z } from "zod";
import { carryOut } from "@/app/api/action";
import { PlainError } from "@/domain/errors";
import { servingDesk } from "@/intake/index";

const hashes = z.object({ sha256: z.array(z.string().regex(/^[0-9a-f]{64}$/)) });

/** Every file of the job was sent: it is read if what arrived is what its sender has. */
export async function POST(request: Request, { params }: { params: Promise<{ job: string }> }): Promise<Response> {
  const { job } = await params;
  return carryOut(request, async () => {
    const sent = hashes.safeParse(await request.json());
    if (!sent.success) throw new PlainError("L-132");
    await servingDesk().start(job, sent.data.sha256);
    return { job };
  });
}
