import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Command, CommandContext } from "@/cli/command";
import { examineBrowser, examineFont } from "@/cli/doctor/browser";
import { examineDatabase } from "@/cli/doctor/database";
import { type Finding, fail, ok, warn } from "@/cli/doctor/finding";
import { livingServer } from "@/cli/doctor/livingServer";
import { examineMachine, portIsFree } from "@/cli/doctor/machine";
import { readSettings } from "@/cli/doctor/settings";
import { examineWarehouse } from "@/cli/doctor/warehouse";
import { type Home, locateHome } from "@/db/home";
import { PlainError } from "@/domain/errors";
import { plainText } from "@/messages/plainText";

const programFolder = fileURLToPath(new URL("..", import.meta.url));

export const doctor: Command = {
  name: "doctor",
  usage: [
    "检查本机与安装：有什么、缺什么、该怎么办",
    "",
    "  doctor          逐项列出，逐行核对当前版本的数据，数据多时要几分钟；有不通过的项目时退出码为 1",
    "  --json          只输出一个 JSON 对象",
  ].join("\n"),
  run: async (commandArguments, context) => {
    const { values } = parseArgs({ args: commandArguments, options: { json: { type: "boolean", default: false } } });
    const findings = await examine(context);
    if (values.json) context.print(JSON.stringify(asJson(findings)));
    else for (const finding of findings) context.print(asLine(finding));
    return findings.some(({ status }) => status === "fail") ? 1 : 0;
  },
};

/** What cannot be opened is a finding too: the rest is examined all the same. */
async function examine(context: CommandContext): Promise<Finding[]> {
  const home = locateHome(process.env, programFolder);
  const machine = await examineMachine(home);
  const others = [await examineFont(programFolder), await examineBrowser(process.env), await examinePort(home)];
  if (machine.some(({ check, status }) => check === "folder" && status === "fail")) return [...machine, ...others];
  try {
    const installation = await context.installation();
    const embedded = !process.env.DATABASE_URL;
    const database = await examineDatabase(installation, { embedded, programFolder });
    return [...machine, ...database, ...(await examineWarehouse(installation)), ...others];
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    return [
      ...machine,
      fail("installation", { code: error.code, text: plainText(error.code, error.details) }),
      ...others,
    ];
  }
}

async function examinePort(home: Home): Promise<Finding> {
  const address = await livingServer(home);
  if (address) return ok("port.serving", { address });
  const { port } = readSettings(process.env);
  return (await portIsFree(port)) ? ok("port", { port }) : warn("port", { port });
}

const marks = { ok: "✓", warn: "!", fail: "✗" } as const;

function asLine({ check, status, details }: Finding): string {
  return `${marks[status]} ${plainText(`doctor.${check}`)}：${plainText(`doctor.${check}.${status}`, details)}`;
}

function asJson(findings: readonly Finding[]) {
  const healthy = findings.every(({ status }) => status !== "fail");
  const checks = findings.map(({ check, status, details }) => {
    return { check, status, details, text: plainText(`doctor.${check}.${status}`, details) };
  });
  return { healthy, checks };
}
