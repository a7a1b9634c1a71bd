import { z } from "zod";
import { enter } from "@/app/api/settings/enter";
import { mappingHref } from "@/app/data/mapping/address";
import { processInstallation } from "@/db/processInstallation";
import { changeProfile, listProfiles, profileText } from "@/etl/index";

interface Named {
  readonly params: Promise<{ name: string }>;
}

/** A saved description as a file that another bureau can take in. */
export async function GET(request: Request, { params }: Named): Promise<Response> {
  const { name } = await params;
  const region = new URL(request.url).searchParams.get("region") ?? "";
  const saved = await listProfiles(processInstallation().database, region);
  const found = saved.find(({ value }) => value.name === decodeURIComponent(name));
  if (!found) return new Response(null, { status: 404 });
  const fileName = encodeURIComponent(`${found.value.name}.json`);
  return new Response(profileText(found.value), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename*=UTF-8''${fileName}`,
      "cache-control": "no-store",
    },
  });
}

/** Removes a saved description: its rows stay, no file is read by it any more. */
export async function POST(request: Request, { params }: Named): Promise<Response> {
  const name = decodeURIComponent((await params).name);
  return enter(request, z.object({}), async ({ database }, { region, entered_by: enteredBy, reason }) => {
    await changeProfile(database, { region, name, profile: null, enteredBy, reason, now: new Date() });
    return mappingHref(null, { region });
  });
}
