import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { JobFolder, type JobRecord } from "@/intake/jobFolder";
import { MappingDesk } from "@/intake/mapping";

const record: JobRecord = {
  ...{ id: "20181101-0123456789", origin: "page", region: "361031", scheme: "390", period: null, sheet: null },
  ...{ encoding: null, control: null, files: [{ name: "june.csv", bytes: 1 }], createdAt: "2018-11-01T00:00:00Z" },
  ...{ inboxPath: null, receipted: false, complete: true, attempts: 1 },
  outcome: {
    ...{ kind: "load", loadId: "20181101-0123456789", state: "refused", unchanged: false },
    unknownLayout: "june.csv",
  },
};

test("a process that ends before it hears what is asked of it is L-905, and the desk goes on", async () => {
  const folder = await mkdtemp(join(tmpdir(), "yizhang-mapping-"));
  await new JobFolder(folder, record.id).create(record);
  // No program is in this folder: its process ends at once, before or after the order reaches it.
  const desk = new MappingDesk(folder, folder, process.env);
  const asked = Array.from({ length: 3 }, () => desk.read(record.id).catch((error) => error.code));
  expect(await Promise.all(asked)).toEqual(["L-905", "L-905", "L-905"]);
  await rm(folder, { recursive: true });
});
