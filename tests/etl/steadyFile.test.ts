import { appendFile, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { submit } from "@/etl/index";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";
import { delimited, settlements } from "./readingSetup";

let installation: TemporaryInstallation;
let folder: string;
beforeAll(async () => {
  installation = await temporaryInstallation();
  folder = await mkdtemp(join(tmpdir(), "yizhang-steady-"));
});
afterAll(async () => {
  await installation.close();
  await rm(folder, { recursive: true });
});

const read = (file: string, watch?: () => void) =>
  submit(installation, {
    ...{ files: [file], region: "361031", scheme: "390", period: null, kind: null, profile: null },
    now: new Date("2018-07-05T09:00:00+08:00"),
    ...(watch ? { watch } : {}),
  });

test("a file that grows while it is read is sent back, and loaded once it is whole", async () => {
  const file = join(folder, "a.csv");
  const [header, ...lines] = delimited(settlements([], 400)).trimEnd().split("\n");
  await writeFile(file, `${[header, ...lines.slice(0, 300)].join("\n")}\n`);
  let writing: Promise<void> | null = null;
  const cut = await read(file, () => {
    writing ??= appendFile(file, `${lines.slice(300).join("\n")}\n`);
  });
  await writing;
  expect(cut).toMatchObject({
    state: "refused",
    report: { findings: [{ code: "L-135", details: { file: "a.csv" } }] },
  });
  expect(await read(file)).toMatchObject({ state: "ready", report: { files: [{ rows_read: 400 }] } });
});

test("a link stands for the file behind it", async () => {
  const file = join(folder, "b.csv");
  await writeFile(file, delimited(settlements([], 200)));
  await symlink("b.csv", join(folder, "link.csv"));
  expect(await read(join(folder, "link.csv"))).toMatchObject({ state: "ready" });
});
