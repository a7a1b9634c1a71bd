import { writeFile } from "node:fs/promises";
import type { Database } from "@/db/client";
import { readDataVersion } from "@/db/queries/readDataVersion";
import { readLoad } from "@/db/queries/readLoad";
import type { JobOutcome } from "@/domain/loadJob";
import { fill } from "@/messages/fill";
import { plainText } from "@/messages/plainText";
import { receipt as words } from "@/messages/zh-CN/receipt";
import { type LoadOutcome, loadData, loadLines } from "./loadText";

/** What became of one file of the inbox. */
export interface Receipt {
  /** What the file was called. */
  readonly file: string;
  readonly at: Date;
  readonly outcome: JobOutcome;
}

/** Whether the file did its service: it was read and its load was not sent back. */
export function wasTaken({ outcome }: Pick<Receipt, "outcome">): boolean {
  return outcome.kind === "load" && outcome.state !== "refused";
}

/** Writes `<path>.receipt.txt` for people and `<path>.receipt.json` for programs. */
export async function writeReceipt(database: Database, path: string, receipt: Receipt): Promise<void> {
  const load = await loadOf(database, receipt.outcome);
  const lines = [
    words.title,
    fill(words.file, { file: receipt.file }),
    fill(words.time, { time: bureauTime.format(receipt.at) }),
    fill(words.result, { result: resultOf(receipt.outcome) }),
    ...(load ? ["", ...loadLines(load)] : []),
  ];
  const { outcome } = receipt;
  const data = load ? loadData(load) : { state: outcome.kind, ...(outcome.kind === "failed" ? codeOf(outcome) : {}) };
  const written = { file: receipt.file, at: receipt.at.toISOString(), ...data };
  await writeFile(`${path}.receipt.txt`, `\uFEFF${lines.join("\r\n")}\r\n`);
  await writeFile(`${path}.receipt.json`, `${JSON.stringify(written, null, 2)}\n`);
}

/** 2018-07-05 09:00, as the bureau's clock shows it. */
const bureauTime = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "short",
});

const codeOf = ({ code, details }: { code: string; details: Record<string, string | number> }) => ({ code, details });

async function loadOf(database: Database, outcome: JobOutcome): Promise<LoadOutcome | null> {
  if (outcome.kind !== "load") return null;
  const [load, version] = await Promise.all([readLoad(database, outcome.loadId), readDataVersion(database, null)]);
  return load && { ...load, unchanged: outcome.unchanged, dataVersion: version!.version };
}

function resultOf(outcome: JobOutcome): string {
  if (outcome.kind === "cancelled") return words.cancelled;
  if (outcome.kind === "failed") return fill(words.failed, { reason: plainText(outcome.code, outcome.details) });
  if (outcome.unchanged) return words.unchanged;
  return outcome.state === "refused" ? words.refused : words.toPublish;
}
