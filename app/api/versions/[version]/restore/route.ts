import { carryOut } from "@/app/api/action";
import { PlainError } from "@/domain/errors";
import { restore } from "@/etl/index";

/** Publishes the content of an earlier version as a new one. */
export async function POST(request: Request, { params }: { params: Promise<{ version: string }> }): Promise<Response> {
  const { version } = await params;
  return carryOut(request, async (installation) => {
    if (!/^[1-9]\d{0,8}$/.test(version)) throw new PlainError("A-302", { reason: version, command: "restore" });
    await restore(installation, Number(version), new Date());
    return { location: "/data" };
  });
}
