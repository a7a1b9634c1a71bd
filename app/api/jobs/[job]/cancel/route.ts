import { carryOut } from "@/app/api/action";
import { servingDesk } from "@/intake/index";

/** Gives a job up before it is a load. */
export async function POST(request: Request, { params }: { params: Promise<{ job: string }> }): Promise<Response> {
  const { job } = await params;
  return carryOut(request, async () => {
    await servingDesk().cancel(job);
    return { job };
  });
}
