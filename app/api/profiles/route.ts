import { z } from "zod";
import { mappingHref } from "@/app/data/mapping/address";
import { PlainError } from "@/domain/errors";
import { changeProfile, readProfile } from "@/etl/index";
import { enter } from "../settings/enter";

const entry = z.object({ profile: z.instanceof(File) });
const largestFile = 64 * 1024;

/** Saves a description that came as a file. */
export async function POST(request: Request): Promise<Response> {
  return enter(request, entry, async ({ database }, { profile: file, region, entered_by: enteredBy, reason }) => {
    if (file.size > largestFile) throw new PlainError("S-105", { field: file.name });
    const profile = readProfile(await file.text());
    await changeProfile(database, { region, name: profile.name, profile, enteredBy, reason, now: new Date() });
    return mappingHref(null, { region, saved: profile.name });
  });
}
