import { z } from "zod";
import { carryOut } from "@/app/api/action";
import { text } from "@/app/api/settings/enter";
import { mappingHref } from "@/app/data/mapping/address";
import { readForm } from "@/app/data/mapping/readForm";
import { detailsInWords } from "@/app/data/mapping/words";
import { readPreferences } from "@/app/preferences";
import { PlainError } from "@/domain/errors";
import type { ExtractProfile } from "@/domain/extractProfile";
import { extractKinds } from "@/domain/load";
import { parsePeriod } from "@/domain/period";
import { changeProfile, faultsOf, profileName } from "@/etl/index";
import { servingDesk } from "@/intake/index";
import { messagesIn } from "@/messages/index";

const largestForm = 256 * 1024;
const attribution = z.object({ entered_by: text(40), reason: text(200) });

/** What the page on which a file is described asks for: try it, another kind, save, load, or give the file up. */
export async function POST(request: Request, { params }: { params: Promise<{ job: string }> }): Promise<Response> {
  const { job } = await params;
  return carryOut(request, async (installation) => {
    const desk = servingDesk();
    const fields = await readFields(request);
    if (fields.action === "discard") {
      await desk.giveUp(job);
      return { location: "/data" };
    }
    const mapping = await desk.mappings.read(job);
    if (fields.action === "kind") {
      const kind = extractKinds.find((each) => each === fields.kind) ?? null;
      await desk.mappings.change(job, { profile: null, kind });
      return { location: mappingHref(job) };
    }
    const profile = readForm(fields, mapping);
    await requireUsable(profile, fields.action === "preview");
    await desk.mappings.change(job, { profile, kind: null });
    if (fields.action === "save") {
      const { entered_by: enteredBy, reason } = await readAttribution(fields);
      const { region } = mapping;
      await changeProfile(installation.database, {
        region,
        name: profile.name,
        profile,
        enteredBy,
        reason,
        now: new Date(),
      });
      return { location: mappingHref(job, { saved: profile.name }) };
    }
    if (fields.action !== "load") return {};
    const period = fields.period?.trim() || null;
    if (period !== null && !parsePeriod(period)) throw new PlainError("Q-106", { period });
    await desk.loadDescribed(job, profile, period);
    return { location: "/data" };
  });
}

/** Throws the first fault; a description that is only tried may lack fields still. */
async function requireUsable(profile: ExtractProfile, isDraft: boolean): Promise<void> {
  if (!profileName.test(profile.name)) throw new PlainError("F-111", { name: profile.name });
  const fault = faultsOf(profile).find(({ code }) => !isDraft || code !== "F-106");
  if (!fault) return;
  const words = messagesIn((await readPreferences()).language);
  throw new PlainError(fault.code, detailsInWords(fault.details, words));
}

async function readFields(request: Request): Promise<Record<string, string>> {
  if (Number(request.headers.get("content-length") ?? 0) > largestForm) throw new PlainError("S-105", { field: "" });
  const entries = [...(await request.formData())];
  return Object.fromEntries(entries.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}

async function readAttribution(fields: Record<string, string>) {
  const outcome = attribution.safeParse(fields);
  if (outcome.success) return outcome.data;
  const { settingsPages } = messagesIn((await readPreferences()).language);
  const [issue] = outcome.error.issues;
  throw new PlainError("S-101", { field: settingsPages.fields[String(issue!.path[0])] ?? "" });
}
