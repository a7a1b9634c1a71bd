import { execFileSync, spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { emptyDatabase } from "../setup/installation";
import { programFolder } from "../setup/server";
import { times } from "./bureau";

/** A small disk of one's own needs a mount, and that rights which not every machine gives. */
const canMount = (() => {
  try {
    execFileSync("unshare", ["--mount", "sh", "-c", "mount -t tmpfs -o size=1m tmpfs /mnt"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(!canMount)(
  "a full disk is said in words, at whatever point; what is published stays, and with space the same file loads",
  async () => {
    const database = await emptyDatabase();
    const script = `mount -t tmpfs -o size=64m tmpfs /mnt && exec "$0" --import tsx tests/faults/smallDisk.ts /mnt ${times(12, 3)}`;
    const child = spawnSync("unshare", ["--mount", "sh", "-c", script, process.execPath], {
      cwd: programFolder,
      env: { ...process.env, DATABASE_URL: database.url },
      encoding: "utf8",
    });
    await database.remove();
    expect(child.stderr).toBe("");
    const { failures, succeeded } = JSON.parse(child.stdout) as { failures: string[]; succeeded: boolean };
    expect(failures).toEqual(["L-901", ...Array.from({ length: times(12, 3) }, () => "L-906")]);
    expect(succeeded).toBe(true);
  },
  600_000,
);
