import { fileURLToPath } from "node:url";
import { databaseErrorCode, isConnectionLost } from "@/db/client";
import { logUnexpected } from "@/db/errorLog";
import { locateHome } from "@/db/home";
import { endFirstWithoutMemory } from "@/db/machine";
import { openInstallation } from "@/db/open";
import { readLoad } from "@/db/queries/readLoad";
import { isOutOfSpace, PlainError } from "@/domain/errors";
import type { JobOutcome } from "@/domain/loadJob";
import type { LoadProgress } from "@/domain/loadProgress";
import { parsePeriod } from "@/domain/period";
import { type Submission, type SubmitRequest, submit } from "@/etl/index";
import { JobFolder, type JobRecord } from "./jobFolder";
import { databaseLost } from "./loader";

/** What the process says to the one that started it. */
export type LoaderMessage =
  | { readonly progress: LoadProgress }
  /** Seconds of processor time so far: a long statement says nothing else. */
  | { readonly busy: number }
  | { readonly outcome: JobOutcome };

const pulseMilliseconds = 5000;

const programFolder = fileURLToPath(new URL("..", import.meta.url));
const tell = (message: LoaderMessage) => process.send?.(message);

/** Reads one job of `incoming/` and enters its load; nothing else of the server is in this process. */
async function run(id: string): Promise<JobOutcome> {
  const home = locateHome(process.env, programFolder);
  const folder = new JobFolder(home.incomingFolder, id);
  const record = await folder.read();
  if (!record) throw new PlainError("L-701", { load: id });
  const installation = await openInstallation(process.env, programFolder);
  try {
    const entered = await readLoad(installation.database, id);
    if (entered) return outcomeOf(record, { ...entered, unchanged: false });
    return outcomeOf(record, await submit(installation, await requestOf(folder, record)));
  } finally {
    await installation.close();
  }
}

/** Refusals that a description of the layout answers: columns that are missing, or of which several may be meant. */
const aboutLayout = ["L-116", "L-214", "L-221"];

/** What a load came to; of a refused one, the file that a description of its layout could save. */
function outcomeOf(
  { described }: JobRecord,
  { loadId, state, unchanged, report }: Pick<Submission, "loadId" | "state" | "unchanged" | "report">,
): JobOutcome {
  const unknown = report.findings.find(({ code, severity }) => aboutLayout.includes(code) && severity === "refuse");
  const unknownLayout = state === "refused" ? (unknown?.file ?? described?.file) : undefined;
  return { kind: "load", loadId, state, unchanged, ...(unknownLayout === undefined ? {} : { unknownLayout }) };
}

async function requestOf(folder: JobFolder, record: JobRecord): Promise<SubmitRequest> {
  const { id, region, scheme, period, sheet, encoding } = record;
  return {
    loadId: id,
    files: await folder.tables(record),
    region,
    scheme,
    period: period === null ? null : parsePeriod(period),
    kind: null,
    profile: null,
    described: record.described ? [record.described.profile] : [],
    sheet,
    encoding,
    now: new Date(),
    watch: (progress) => void tell({ progress }),
  };
}

async function failure(error: unknown): Promise<JobOutcome> {
  if (error instanceof PlainError) return { kind: "failed", code: error.code, details: error.details };
  if (isOutOfSpace(error)) return { kind: "failed", code: "L-906", details: {} };
  if (isConnectionLost(error))
    return { kind: "failed", code: databaseLost, details: { reason: databaseErrorCode(error) ?? "" } };
  const { logFolder } = locateHome(process.env, programFolder);
  return { kind: "failed", code: "A-900", details: await logUnexpected(logFolder, error, "load") };
}

// When memory is short the system ends this process, never the server.
await endFirstWithoutMemory();
// Who waits for it is gone, perhaps since before this line: whoever starts next begins again.
process.once("disconnect", () => process.exit(1));
if (!process.connected) process.exit(1);
setInterval(() => {
  const { user, system } = process.cpuUsage();
  tell({ busy: (user + system) / 1e6 });
}, pulseMilliseconds).unref();
const end = (outcome: JobOutcome) => process.send?.({ outcome } satisfies LoaderMessage, () => process.exit(0));
// A session that breaks may say so where nobody waits for it.
process.once("uncaughtException", (error) => void failure(error).then(end));
end(await run(process.argv[2] ?? "").catch(failure));
