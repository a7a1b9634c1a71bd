import { carryOut } from "@/app/api/action";
import { servingDesk } from "@/intake/index";

/** Takes the jobs that have ended off the list. */
export async function POST(request: Request): Promise<Response> {
  return carryOut(request, async () => {
    await servingDesk().clear();
    return { location: "/data" };
  });
}
