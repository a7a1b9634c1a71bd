import { carryOut } from "@/app/api/action";
import { discard } from "@/etl/index";

/** Gives a load up before it is published. */
export async function POST(request: Request, { params }: { params: Promise<{ load: string }> }): Promise<Response> {
  const { load } = await params;
  return carryOut(request, async (installation) => {
    await discard(installation, load);
    return { location: "/data" };
  });
}
