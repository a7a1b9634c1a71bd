import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listVersions } from "@/db/queries/listVersions";
import { type DemoLoad, homeRegion, writeLoads } from "@/demo/generate";
import { publish, submit } from "@/etl/index";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";

/** The demo county as a bureau receives it: its first four months, with YIZHANG_TEST_FULL all thirty months. */
const months = process.env.YIZHANG_TEST_FULL ? 30 : 4;
const minutes = 60_000;

let installations: TemporaryInstallation[];
let folder: string;
let loads: DemoLoad[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yizhang-demo-"));
  loads = [];
  for await (const load of writeLoads(folder)) {
    loads.push(load);
    if (loads.length === months + 1) break;
  }
  installations = [await temporaryInstallation(), await temporaryInstallation(), await temporaryInstallation()];
});
afterAll(async () => {
  for (const installation of installations) await installation.close();
  await rm(folder, { recursive: true });
});

/** Loads and publishes in this order; answers how many loads were new. */
async function receive(installation: TemporaryInstallation, order: readonly DemoLoad[]): Promise<number> {
  let published = 0;
  for (const { files, receivedOn } of order) {
    const now = new Date(`${receivedOn}T10:00:00+08:00`);
    const request = { files, region: homeRegion, scheme: "390", period: null, kind: null, profile: null, now };
    const { loadId, unchanged } = await submit(installation, request);
    if (unchanged) continue;
    await publish(installation, loadId, now);
    published += 1;
  }
  return published;
}

test(
  "month by month, then all of it once more: as many versions as loads, and the second time nothing",
  async () => {
    const [installation] = installations as [TemporaryInstallation];
    expect(await receive(installation, loads)).toBe(loads.length);
    expect(await receive(installation, loads)).toBe(0);
    expect(await listVersions(installation.database)).toHaveLength(loads.length);
  },
  10 * minutes,
);

test(
  "the same months in another order, the registries last but one, under another key, end in the same content",
  async () => {
    const [inOrder, mixed] = installations as [TemporaryInstallation, TemporaryInstallation];
    const [registries, ...received] = loads as [DemoLoad, ...DemoLoad[]];
    const other = [
      ...received.filter((_, index) => index % 2),
      ...received.filter((_, index) => index % 2 === 0),
    ].reverse();
    await receive(mixed, [...other.slice(0, -1), registries, ...other.slice(-1)]);
    const [expected] = await listVersions(inOrder.database);
    const [found] = await listVersions(mixed.database);
    expect(found!.contentHash).toBe(expected!.contentHash);
  },
  10 * minutes,
);

test(
  "all files in one load end in the same content",
  async () => {
    const [inOrder, , atOnce] = installations as [TemporaryInstallation, TemporaryInstallation, TemporaryInstallation];
    const files = loads.flatMap((load) => load.files);
    expect(await receive(atOnce, [{ files, receivedOn: loads.at(-1)!.receivedOn }])).toBe(1);
    const [expected] = await listVersions(inOrder.database);
    const [found] = await listVersions(atOnce.database);
    expect(found!.contentHash).toBe(expected!.contentHash);
  },
  10 * minutes,
);
