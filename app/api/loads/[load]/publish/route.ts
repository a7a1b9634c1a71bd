import { carryOut } from "@/app/api/action";
import { publish } from "@/etl/index";

/** Publishes a load that is ready. */
export async function POST(request: Request, { params }: { params: Promise<{ load: string }> }): Promise<Response> {
  const { load } = await params;
  return carryOut(request, async (installation) => {
    await publish(installation, load, new Date());
    return { location: `/data/loads/${encodeURIComponent(load)}` };
  });
}
