import { parseArgs } from "node:util";
import { PlainError } from "@/domain/errors";

/** One argument and `--json`. Throws PlainError L-713 when the argument is missing or followed by another one. */
export function readOne(commandArguments: string[], name: string): { one: string; json: boolean } {
  const { values, positionals } = parseArgs({
    args: commandArguments,
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } },
  });
  const [one, ...rest] = positionals;
  if (one === undefined || rest.length > 0) throw new PlainError("L-713", { name });
  return { one, json: values.json };
}

/** `--json` and nothing else. */
export function readNone(commandArguments: string[]): { json: boolean } {
  const { values } = parseArgs({
    args: commandArguments,
    options: { json: { type: "boolean", default: false } },
  });
  return { json: values.json };
}
