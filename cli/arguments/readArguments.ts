import { basename, resolve } from "node:path";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { PlainError } from "@/domain/errors";

/** What every action of a command takes: one argument, named for the message when it is missing, and options. */
export function readArguments<const Options extends NonNullable<ParseArgsConfig["options"]>>(
  commandArguments: string[],
  name: string | null,
  options: Options,
) {
  const { values, positionals } = parseArgs({
    args: commandArguments,
    allowPositionals: true,
    options: { ...options, json: { type: "boolean", default: false } },
  });
  const [one = "", ...more] = positionals;
  if (more.length > 0 || (name === null ? one !== "" : one === "")) throw new PlainError("L-713", { name: name ?? "" });
  return { one, values };
}

/** A text that must be given as `--name`. */
export function needed(value: string | undefined, name: string): string {
  const text = value?.trim();
  if (!text) throw new PlainError("Q-105", { name });
  return text;
}

export const inputFile = (path: string) => ({ path: resolve(path), name: basename(path) });
