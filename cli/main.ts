import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Command, CommandContext } from "@/cli/command";
import { databaseErrorCode, isConnectionLost } from "@/db/client";
import { logUnexpected } from "@/db/errorLog";
import { locateHome } from "@/db/home";
import { type Installation, openInstallation } from "@/db/open";
import { stopSignal } from "@/db/stopSignal";
import { PlainError } from "@/domain/errors";
import { messagesIn } from "@/messages/index";
import { plainText } from "@/messages/plainText";

const programFolder = fileURLToPath(new URL("..", import.meta.url));
const exitCodes = { done: 0, failed: 1, refused: 2 } as const;
/** What Node says of arguments that do not fit, by its code. */
const argumentFaults: Readonly<Record<string, string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: "A-302",
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: "A-303",
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: "A-304",
};
const interrupted = { SIGINT: 130, SIGTERM: 143 } as const;

/** A command is a file of this folder that exports a `Command` under the file's own name. */
async function commandNames(): Promise<string[]> {
  const files = await readdir(fileURLToPath(new URL(".", import.meta.url)));
  return files
    .filter((file) => file.endsWith(".ts") && !["main.ts", "command.ts"].includes(file))
    .map((file) => file.slice(0, -3))
    .sort();
}

async function commandNamed(name: string): Promise<Command | undefined> {
  const module = (await import(`./${name}.ts`)) as Record<string, Command | undefined>;
  return module[name];
}

async function help(): Promise<string> {
  const commands = await Promise.all((await commandNames()).map(commandNamed));
  const { usage, usageFoot } = messagesIn("zh-CN").commandLine;
  const lines = commands.flatMap((command) =>
    command ? [`  ${command.name.padEnd(12)}${command.usage.split("\n")[0]}`] : [],
  );
  return [usage, "", ...lines, "", usageFoot].join("\n");
}

const warn = (line: string) => void process.stderr.write(`${line}\n`);

/** One installation for the whole run, opened when first asked for. */
function lazyInstallation() {
  let opened: Promise<Installation> | null = null;
  return {
    open: () => {
      opened ??= openInstallation(process.env, programFolder, (code, details) => warn(plainText(code, details)));
      return opened;
    },
    close: async () => {
      const installation = await opened?.catch(() => null);
      await installation?.close();
    },
  };
}

async function report(error: unknown, command: string): Promise<number> {
  if (error instanceof PlainError) {
    warn(`${error.code} ${plainText(error.code, error.details)}`);
    return exitCodes[error.outcome];
  }
  const code = argumentFaults[String((error as { code?: unknown }).code)];
  if (code) {
    // Node names the argument in quotes, with a sample of its value: '--out <value>'.
    const argument = /'([^'\s]+)/.exec((error as Error).message)?.[1] ?? "";
    warn(`${code} ${plainText(code, { command, argument })}`);
    return exitCodes.refused;
  }
  if (isConnectionLost(error)) {
    warn(`A-212 ${plainText("A-212", { reason: databaseErrorCode(error) ?? "" })}`);
    return exitCodes.failed;
  }
  const details = await logUnexpected(locateHome(process.env, programFolder).logFolder, error, command);
  warn(`A-900 ${plainText("A-900", details)}`);
  return exitCodes.failed;
}

async function main([name, ...rest]: string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "help") {
    process.stdout.write(`${await help()}\n`);
    return name === undefined ? exitCodes.refused : exitCodes.done;
  }
  const installation = lazyInstallation();
  const stop = stopSignal();
  stop.addEventListener("abort", () => {
    const exitCode = interrupted[stop.reason as keyof typeof interrupted];
    void installation.close().finally(() => process.exit(exitCode));
  });
  const context: CommandContext = {
    installation: installation.open,
    now: () => new Date(),
    print: (line) => void process.stdout.write(`${line}\n`),
    warn,
  };
  try {
    const command = (await commandNames()).includes(name) ? await commandNamed(name) : undefined;
    if (!command) throw new PlainError("A-301", { command: name });
    if (rest.includes("--help")) {
      context.print(command.usage);
      return exitCodes.done;
    }
    return await command.run(rest, context);
  } catch (error) {
    return await report(error, name);
  } finally {
    await installation.close();
  }
}

// Who reads the lines may stop (`… | head`): the work goes on, and nothing is said of it.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
// A session that breaks may say so where nobody waits for it.
process.once("uncaughtException", (error) => {
  void report(error, process.argv[2] ?? "").then((exitCode) => process.exit(exitCode));
});
process.exitCode = await main(process.argv.slice(2));
