import { fileURLToPath } from "node:url";
import { logUnexpected } from "@/db/errorLog";
import { locateHome } from "@/db/home";
import { openInstallation } from "@/db/open";
import { PlainError } from "@/domain/errors";
import { parsePeriod } from "@/domain/period";
import { describeFile } from "@/etl/index";
import { JobFolder } from "./jobFolder";
import { type MappingAnswer, type MappingOrder, unknownLayoutOf } from "./mapping";

const programFolder = fileURLToPath(new URL("..", import.meta.url));

/** Looks at the file of a job that waits to be described; nothing of it goes back but what may be shown. */
async function look(id: string, order: MappingOrder): Promise<MappingAnswer> {
  const installation = await openInstallation(process.env, programFolder);
  try {
    const folder = new JobFolder(installation.home.incomingFolder, id);
    const record = await folder.read();
    const name = record && unknownLayoutOf(record);
    if (!name) throw new PlainError("F-112");
    const number = record.files.findIndex((file) => name === file.name || name.startsWith(`${file.name}/`)) + 1;
    const { region, scheme, period } = record;
    const state = await describeFile(installation, {
      ...{ file: { path: folder.file(number), name }, region, scheme, now: new Date() },
      period: period === null ? null : parsePeriod(period),
      ...order,
    });
    return { state };
  } finally {
    await installation.close();
  }
}

async function failure(error: unknown): Promise<MappingAnswer> {
  if (error instanceof PlainError) return { code: error.code, details: error.details };
  const { logFolder } = locateHome(process.env, programFolder);
  return { code: "A-900", details: await logUnexpected(logFolder, error, "mapping") };
}

process.once("disconnect", () => process.exit(1));
if (!process.connected) process.exit(1);
process.once("message", async (order: MappingOrder) => {
  const answer = await look(process.argv[2] ?? "", order).catch(failure);
  process.send?.(answer, () => process.exit(0));
});
