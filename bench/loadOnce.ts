import { fileURLToPath } from "node:url";
import { openInstallation } from "@/db/open";
import { publish, submit } from "@/etl/index";

/** What one load cost, in seconds and megabytes. */
export interface LoadTimes {
  readonly seconds: number;
  readonly submitSeconds: number;
  readonly peakMegabytes: number;
}

const installation = await openInstallation(process.env, fileURLToPath(new URL("..", import.meta.url)));
const now = new Date("2019-02-05T08:00:00+08:00");
const started = performance.now();
const load = await submit(installation, {
  files: [process.argv[2]!],
  region: "361031",
  scheme: "390",
  period: null,
  kind: null,
  profile: null,
  now,
});
const submitted = performance.now();
await publish(installation, load.loadId, now);
const times: LoadTimes = {
  seconds: (performance.now() - started) / 1000,
  submitSeconds: (submitted - started) / 1000,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
};
await installation.close();
process.send?.(times);
