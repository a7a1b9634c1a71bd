import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  attachEvidence,
  dropEvidence,
  historyOf,
  readEvidence,
  removeEvidence,
  sweepEvidence,
} from "@/assessments/index";
import { largestEvidenceBytes } from "@/domain/evidenceKinds";
import { programFolder } from "../setup/server";
import { County } from "./county";

/** 佐证材料 on a real file system: whole or not there, of a kind that may be attached, kept while anything names it. */

let county: County;
let id: string;
const code = "satisfaction";
beforeAll(async () => {
  county = await County.open();
  id = await county.create();
});
afterAll(() => county.close());

async function* pieces(...all: (string | Buffer)[]) {
  for (const piece of all) yield Buffer.from(piece);
}

async function attach(fileName: string, content: AsyncIterable<Uint8Array>, indicator = code) {
  const { revision: seen } = (await county.view(id)).assessment;
  return attachEvidence(county.installation, { id, seen, code: indicator, fileName, content, ...county.by() });
}

const attached = async (indicator = code) =>
  (await county.view(id)).assessment.entries.find((entry) => entry.code === indicator)?.evidence ?? [];

/** Every file below the evidence folder. */
const filesKept = async () => {
  const entries = await readdir(county.installation.home.evidenceFolder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
};

const anHourLater = () => new Date(Date.now() + 61 * 60 * 1000);

test("a file keeps its name, hash, size, who and when, and comes back byte for byte", async () => {
  // In pieces that part the mark by which its kind is told.
  const { sha256 } = await attach("满意度调查报告.PDF", pieces("%P", "DF-1.7\n", "满意度93%"));
  expect(await attached()).toEqual([
    {
      ...{ sha256, fileName: "满意度调查报告.PDF", bytes: 21 },
      ...{ uploadedAt: "2018-07-05 09:02:00+08", uploadedBy: "待遇科 王" },
    },
  ]);
  const content = await readEvidence(county.installation, { id, sha256 });
  expect(content).toMatchObject({ fileName: "满意度调查报告.PDF", contentType: "application/pdf", bytes: 21 });
  expect(await text(content.stream)).toBe("%PDF-1.7\n满意度93%");
  expect(await filesKept()).toEqual([sha256]);
  await expect(readEvidence(county.installation, { id, sha256: "0".repeat(64) })).rejects.toMatchObject({
    code: "P-307",
  });
});

test("the same content twice is one file; removed it stays on record, and the file while it does", async () => {
  const { sha256 } = await attach("另一份.pdf", pieces("%PDF-1.7\n满意度93%"), "aid_coverage");
  expect(await filesKept()).toEqual([sha256]);
  const { revision: seen } = (await county.view(id)).assessment;
  await removeEvidence(county.installation, { id, seen, code: "aid_coverage", sha256, ...county.by("王", "传错了") });
  expect(await attached("aid_coverage")).toEqual([]);
  expect(await attached()).toHaveLength(1);
  const request = { id, seen: seen + 1, code: "aid_coverage", sha256, ...county.by() };
  await expect(removeEvidence(county.installation, request)).rejects.toMatchObject({ code: "P-307" });
  const [removal] = await historyOf(county.installation, { id, code: "aid_coverage" });
  expect(removal).toMatchObject({ reason: "传错了", value: { file: null } });
  await sweepEvidence(county.installation, anHourLater());
  expect(await filesKept()).toEqual([sha256]);
});

const tooLarge = async function* () {
  yield Buffer.from("%PDF-1.7\n");
  for (let megabyte = 0; megabyte < largestEvidenceBytes / (1 << 20); megabyte++) yield Buffer.alloc(1 << 20);
};
const cutOff = async function* () {
  yield Buffer.from("%PDF-1.7\n");
  throw new Error("aborted");
};

test.each<[string, string, () => AsyncIterable<Uint8Array>, string]>([
  ["a kind that may not be attached", "病历.exe", () => pieces("MZ"), "P-301"],
  ["no ending", "报告", () => pieces("%PDF-1.7"), "P-301"],
  ["a program that calls itself a report", "报告.pdf", () => pieces("MZ\u0090"), "P-302"],
  ["a picture that calls itself a workbook", "表.xlsx", () => pieces(Buffer.from("89504e470d0a1a0a", "hex")), "P-302"],
  ["a file too large", "大.pdf", tooLarge, "P-303"],
  ["an empty file", "空.pdf", () => pieces(), "P-304"],
  ["a file cut off on its way", "断.pdf", cutOff, "P-305"],
  ["a name as long as a letter", `${"长".repeat(120)}.pdf`, () => pieces("%PDF-1.7"), "P-301"],
])("%s is refused, and nothing of it is kept", async (_, fileName, content, error) => {
  const [before, files] = [await county.view(id), await filesKept()];
  await expect(attach(fileName, content())).rejects.toMatchObject({ code: error });
  expect(await county.view(id)).toEqual(before);
  expect(await filesKept()).toEqual(files);
});

test("a path in a name is no path, and what cannot be seen in it is left out", async () => {
  const { fileName, sha256 } = await attach(
    "..\\..\\etc/调查\u202eexe.png",
    pieces(Buffer.from("89504e470d0a1a0a00", "hex")),
  );
  expect(fileName).toBe("调查exe.png");
  expect(await filesKept()).toContain(sha256);
});

test("killed while a file comes in: no entry, no file of that name, and the part goes with the next sweep", async () => {
  const [before, files] = [await county.view(id), await filesKept()];
  const child = spawn(process.execPath, ["--import", "tsx", "tests/assessments/attachSlowly.ts", id, code], {
    cwd: programFolder,
    env: { ...process.env, ...county.installation.environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(await county.view(id)).toEqual(before);
  expect(await readdir(join(county.installation.home.evidenceFolder, "incoming"))).toHaveLength(1);
  await sweepEvidence(county.installation, new Date());
  expect(await filesKept()).toHaveLength(files.length + 1);
  await sweepEvidence(county.installation, anHourLater());
  expect((await filesKept()).sort()).toEqual([...files].sort());
});

test("what a removed region leaves goes at once, what another one names stays", async () => {
  const [file] = await attached();
  const stray = "ab".repeat(32);
  const { evidenceFolder } = county.installation.home;
  await mkdir(join(evidenceFolder, "ab"), { recursive: true });
  await writeFile(join(evidenceFolder, "ab", stray), "%PDF");
  await dropEvidence(county.installation, [stray, file!.sha256]);
  expect(await filesKept()).not.toContain(stray);
  expect(await filesKept()).toContain(file!.sha256);
});

test("a file that went from the disk is named, not served in part", async () => {
  const { sha256 } = (await attached())[0]!;
  await rm(join(county.installation.home.evidenceFolder, sha256.slice(0, 2), sha256));
  await expect(readEvidence(county.installation, { id, sha256 })).rejects.toMatchObject({ code: "P-308" });
});
