import { constants } from "node:fs";
import { access, mkdir, statfs } from "node:fs/promises";
import { createServer } from "node:net";
import { totalmem } from "node:os";
import { type Finding, fail, ok, warn } from "@/cli/doctor/finding";
import type { Home } from "@/db/home";
import { isSupported, machineName } from "@/db/machine";

const gigabyte = 1024 ** 3;

/** What the program needs from the machine before anything of it exists: used by `doctor` and by every start. */
export async function examineMachine(home: Home): Promise<Finding[]> {
  return [examineNode(), examinePlatform(), examineMemory(), await examineFolder(home), await examineDisk(home)];
}

function examineNode(): Finding {
  return ok("node", { version: process.versions.node });
}

function examinePlatform(): Finding {
  const details = { platform: machineName };
  return isSupported ? ok("platform", details) : fail("platform", details);
}

function examineMemory(): Finding {
  const total = totalmem() / gigabyte;
  const details = { gigabytes: total.toFixed(1) };
  if (total < 1.5) return fail("memory", details);
  return total < 3 ? warn("memory", details) : ok("memory", details);
}

async function examineFolder(home: Home): Promise<Finding> {
  try {
    await mkdir(home.root, { recursive: true });
    await access(home.root, constants.W_OK | constants.X_OK);
    return ok("folder", { folder: home.root });
  } catch (error) {
    return fail("folder", { folder: home.root, reason: (error as NodeJS.ErrnoException).code ?? "" });
  }
}

async function examineDisk(home: Home): Promise<Finding> {
  const disk = await statfs(home.root).catch(() => null);
  if (!disk) return fail("disk", { gigabytes: "?" });
  const free = (disk.bavail * disk.bsize) / gigabyte;
  const details = { gigabytes: free.toFixed(1) };
  if (free < 0.5) return fail("disk", details);
  return free < 3 ? warn("disk", details) : ok("disk", details);
}

/** Whether 127.0.0.1:port can be listened on now. */
export function portIsFree(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const probe = createServer();
    probe.once("error", () => settle(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => settle(true)));
  });
}
