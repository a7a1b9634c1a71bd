import { rm } from "node:fs/promises";
import { parseArgs } from "node:util";
import { dropEvidence } from "@/assessments/index";
import type { Command, CommandContext } from "@/cli/command";
import { enterAssessments } from "@/cli/demo/assessments";
import { readDemoState, writeDemoState } from "@/cli/demo/state";
import { demoRegion, enterDemoRegion } from "@/db/queries/demoRegion";
import { listEvidenceNamed } from "@/db/queries/listEvidenceNamed";
import { readDataVersion } from "@/db/queries/readDataVersion";
import { type DemoLoad, generateCounty, homeScheme } from "@/demo/generate";
import { PlainError } from "@/domain/errors";
import { publish, removeRegion, submit } from "@/etl/index";
import { plainText } from "@/messages/plainText";

/** What `demo --json` prints. */
interface DemoOutcome {
  readonly state: "loaded" | "removed";
  /** Loads that were published now; 0 when nothing has changed. */
  readonly published: number;
  readonly data_version: number;
}

export const demo: Command = {
  name: "demo",
  usage: [
    "导入示例县（合成数据），或用 --remove 移除",
    "",
    "  demo            生成示例县 2016-01 至 2018-06 的逐月导出表并逐一导入；重复运行不改变任何数据",
    "  demo --remove   移除示例县的全部数据，以后启动时不再导入",
    "  --json          只输出一个 JSON 对象",
  ].join("\n"),
  run: async (commandArguments, context) => {
    const { values } = parseArgs({
      args: commandArguments,
      options: { remove: { type: "boolean", default: false }, json: { type: "boolean", default: false } },
    });
    const say = values.json ? context.warn : context.print;
    const outcome = values.remove ? await remove(context, say) : await load(context, say);
    if (values.json) context.print(JSON.stringify(outcome));
    return 0;
  },
};

/** Each file goes through the same corridor as a bureau's own, on the day on which the bureau would have received it. */
async function load(context: CommandContext, say: (line: string) => void): Promise<DemoOutcome> {
  const installation = await context.installation();
  const { home, database } = installation;
  await enterDemoRegion(database);
  const loads = await generateCounty(home.demoFolder);
  let published = 0;
  for (const [index, received] of loads.entries()) {
    const version = await loadOne(context, received);
    await enterAssessments(installation, received.receivedOn);
    if (version === null) continue;
    published += 1;
    say(plainText("A-401", { received: received.receivedOn, load: index + 1, loads: loads.length, version }));
  }
  await writeDemoState(home, "loaded");
  const { version } = (await readDataVersion(database, null))!;
  say(plainText(published === 0 ? "A-402" : "A-403", { version }));
  return { state: "loaded", published, data_version: version };
}

/** The version that the load brought, or null when it was in force already. */
async function loadOne(context: CommandContext, { receivedOn, files }: DemoLoad): Promise<number | null> {
  const installation = await context.installation();
  const now = new Date(`${receivedOn}T10:00:00+08:00`);
  const request = { files, region: demoRegion, scheme: homeScheme, period: null, kind: null, profile: null, now };
  const submission = await submit(installation, request);
  if (submission.state === "refused") throw new PlainError("A-404", { received: receivedOn }, "failed");
  if (submission.unchanged) return null;
  return (await publish(installation, submission.loadId, now)).dataVersion;
}

async function remove(context: CommandContext, say: (line: string) => void): Promise<DemoOutcome> {
  const installation = await context.installation();
  const { home, database } = installation;
  const present = await database.sql`select 1 from regions where code = ${demoRegion}`;
  if (present.length > 0) {
    const evidence = await listEvidenceNamed(database, demoRegion);
    await removeRegion(installation, demoRegion, context.now());
    await dropEvidence(installation, evidence);
  } else if ((await readDemoState(home)) === "removed") say(plainText("A-406"));
  await rm(home.demoFolder, { recursive: true, force: true });
  await writeDemoState(home, "removed");
  const { version } = (await readDataVersion(database, null))!;
  if (present.length > 0) say(plainText("A-405", { version }));
  return { state: "removed", published: present.length > 0 ? 1 : 0, data_version: version };
}
