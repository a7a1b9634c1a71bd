import { writeFile } from "node:fs/promises";
import { readProfileFile } from "@/cli/arguments/profile";
import { needed, readArguments } from "@/cli/arguments/readArguments";
import type { CommandContext } from "@/cli/command";
import { readRegion } from "@/cli/load";
import { PlainError } from "@/domain/errors";
import type { ExtractProfile } from "@/domain/extractProfile";
import { changeProfile, listProfiles, profileText, type SavedProfile } from "@/etl/index";
import { dataPages } from "@/messages/zh-CN/data";

const region = { region: { type: "string" } } as const;
const attribution = { ...region, by: { type: "string" }, reason: { type: "string" } } as const;

/** `profile list`: the saved layouts of a region. */
export async function list(commandArguments: string[], context: CommandContext): Promise<number> {
  const { values } = readArguments(commandArguments, null, region);
  const { database } = await context.installation();
  const saved = await listProfiles(database, readRegion(values.region));
  if (values.json) context.print(JSON.stringify(saved.map(asData)));
  else
    for (const { value, enteredAt, enteredBy, reason } of saved)
      context.print(
        `${value.name}  ${dataPages.kinds[value.kind]}  ${enteredAt.slice(0, 16)}  ${enteredBy}：${reason}`,
      );
  return 0;
}

/** `profile show NAME`: the description itself. */
export async function show(commandArguments: string[], context: CommandContext): Promise<number> {
  const { one, values } = readArguments(commandArguments, "名称", region);
  const saved = await savedAs(context, one, values.region);
  context.print(values.json ? JSON.stringify(asData(saved)) : profileText(saved.value).trimEnd());
  return 0;
}

/** `profile export NAME --out FILE`: the description as a file that another bureau can save. */
export async function exportProfile(commandArguments: string[], context: CommandContext): Promise<number> {
  const { one, values } = readArguments(commandArguments, "名称", { ...region, out: { type: "string" } });
  const saved = await savedAs(context, one, values.region);
  const out = needed(values.out, "out");
  await writeFile(out, profileText(saved.value));
  context.print(values.json ? JSON.stringify({ name: one, out }) : `${one} → ${out}`);
  return 0;
}

/** `profile save FILE`: from now on such files are read by it. */
export async function save(commandArguments: string[], context: CommandContext): Promise<number> {
  const { one, values } = readArguments(commandArguments, "格式.json", attribution);
  const profile = await readProfileFile(one);
  await change(context, values, profile.name, profile);
  context.print(values.json ? JSON.stringify({ name: profile.name, saved: true }) : profile.name);
  return 0;
}

/** `profile remove NAME`: no file is read by it any more; its rows in the database stay. */
export async function remove(commandArguments: string[], context: CommandContext): Promise<number> {
  const { one, values } = readArguments(commandArguments, "名称", attribution);
  await change(context, values, one, null);
  context.print(values.json ? JSON.stringify({ name: one, removed: true }) : one);
  return 0;
}

async function change(
  context: CommandContext,
  values: { region?: string; by?: string; reason?: string },
  name: string,
  profile: ExtractProfile | null,
): Promise<void> {
  const enteredBy = needed(values.by, "by");
  const reason = needed(values.reason, "reason");
  const regionCode = readRegion(values.region);
  const { database } = await context.installation();
  await changeProfile(database, { region: regionCode, name, profile, enteredBy, reason, now: context.now() });
}

async function savedAs(context: CommandContext, name: string, regionText: string | undefined): Promise<SavedProfile> {
  const { database } = await context.installation();
  const saved = await listProfiles(database, readRegion(regionText));
  const found = saved.find(({ value }) => value.name === name);
  if (!found) throw new PlainError("F-110", { name });
  return found;
}

function asData({ value, enteredAt, enteredBy, reason }: SavedProfile) {
  return { profile: value, entered_at: new Date(enteredAt).toISOString(), entered_by: enteredBy, reason };
}
