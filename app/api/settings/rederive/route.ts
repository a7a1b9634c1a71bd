import { carryOut } from "@/app/api/action";
import { settingsHref } from "@/app/settings/sections";
import { PlainError } from "@/domain/errors";
import { rederive } from "@/etl/index";

/** Publishes the months of `region` derived by the code maps of now. */
export async function POST(request: Request): Promise<Response> {
  return carryOut(request, async (installation) => {
    const region = new URL(request.url).searchParams.get("region") ?? "";
    if (!/^\d{6}$/.test(region)) throw new PlainError("L-713", { name: "region" });
    await rederive(installation, region, new Date());
    return { location: settingsHref("codes", region) };
  });
}
