import { parseArgs } from "node:util";
import { readProfileChoice } from "@/cli/arguments/profile";
import type { Command, CommandContext } from "@/cli/command";
import { PlainError } from "@/domain/errors";
import { type Encoding, type ExtractKind, encodings, extractKinds } from "@/domain/load";
import { type Period, parsePeriod } from "@/domain/period";
import { publish, type SubmitRequest, submit } from "@/etl/index";
import { type LoadOutcome, loadData, loadLines } from "@/intake/index";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import { plainText } from "@/messages/plainText";

export const load: Command = {
  name: "load",
  usage: `读入一份或几份导出表，核对后等待发布
  load 文件… --region 361031
    --period 2018-06           期间；不写则由每份文件的结算月份判断
    --kind settlements         内容：${extractKinds.join(" ")}；不写则由表头判断
    --profile nhsa-warehouse   表头格式：自带的或存好的名称，或格式文件（.json）；不写则由表头判断
    --sheet 1月                要读取的工作表；不写则由表头判断
    --encoding gb18030         文字编码：${encodings.join(" ")}；不写则由内容判断
    --scheme 390               险种，默认 390
    --publish                  同意核对结果，随即发布
    --json                     输出一个 JSON 对象`,
  async run(commandArguments, context) {
    const { request, publishes, json } = await readArguments(commandArguments, context.now());
    const outcome = await loadFiles(context, request, publishes);
    if (json) context.print(JSON.stringify(loadData(outcome)));
    else for (const line of loadLines(outcome)) context.print(line);
    if (!json && outcome.state === "ready" && !outcome.unchanged)
      context.print(fill(messagesIn("zh-CN").commandLine.toPublish, { load: outcome.loadId }));
    if (outcome.unchanged) context.warn(`L-120 ${plainText("L-120")}`);
    if (outcome.state !== "refused") return 0;
    for (const finding of outcome.report.findings.filter(({ severity }) => severity === "refuse")) {
      context.warn(`${finding.file}：${finding.code} ${plainText(finding.code, finding.details)}`);
    }
    return 2;
  },
};

async function loadFiles(context: CommandContext, request: SubmitRequest, publishes: boolean): Promise<LoadOutcome> {
  const installation = await context.installation();
  const submission = await submit(installation, request);
  if (!publishes || submission.state !== "ready") return submission;
  const { dataVersion } = await publish(installation, submission.loadId, request.now);
  return { ...submission, dataVersion, state: "published" };
}

async function readArguments(commandArguments: string[], now: Date) {
  const { values, positionals } = parseArgs({
    args: commandArguments,
    allowPositionals: true,
    options: {
      region: { type: "string" },
      period: { type: "string" },
      kind: { type: "string" },
      profile: { type: "string" },
      sheet: { type: "string" },
      encoding: { type: "string" },
      scheme: { type: "string", default: "390" },
      publish: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  if (positionals.length === 0) throw new PlainError("L-100");
  const request: SubmitRequest = {
    files: positionals,
    region: readRegion(values.region),
    scheme: readScheme(values.scheme),
    period: values.period === undefined ? null : readPeriod(values.period),
    kind: values.kind === undefined ? null : readKind(values.kind),
    ...(await readProfileChoice(values.profile)),
    sheet: values.sheet ?? null,
    encoding: values.encoding === undefined ? null : readEncoding(values.encoding),
    now,
  };
  return { request, publishes: values.publish, json: values.json };
}

/** An administrative code: it becomes part of folder names, so nothing but digits may pass. */
export function readRegion(text: string | undefined): string {
  if (!text) throw new PlainError("Q-105", { name: "region" });
  if (!/^\d{6}$/.test(text)) throw new PlainError("L-710", { region: text });
  return text;
}

export function readScheme(text: string): string {
  if (!/^\d{3,6}$/.test(text)) throw new PlainError("L-711", { scheme: text });
  return text;
}

export function readPeriod(text: string): Period {
  const period = parsePeriod(text);
  if (!period) throw new PlainError("Q-106", { period: text });
  return period;
}

export function readKind(text: string): ExtractKind {
  const kind = extractKinds.find((known) => known === text);
  if (!kind) throw new PlainError("L-712", { kind: text, kinds: extractKinds.join(" ") });
  return kind;
}

function readEncoding(text: string): Encoding {
  const encoding = encodings.find((known) => known === text.toLowerCase());
  if (!encoding) throw new PlainError("L-719", { encoding: text, encodings: encodings.join(" ") });
  return encoding;
}
