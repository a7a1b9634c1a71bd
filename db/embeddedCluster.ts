import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { isThere } from "@/db/isThere";
import {
  binariesPackage,
  giveTo,
  machineName,
  makeSharedFolder,
  processState,
  reachable,
  runAs,
  type ServiceUser,
  serviceUser,
} from "@/db/machine";
import { PlainError } from "@/domain/errors";

/** A PostgreSQL data folder of our own, with what is needed to start it and to log in. */
export interface Cluster {
  /** `home/postgres`: settings of the cluster, readable by us only. */
  readonly folder: string;
  /** PostgreSQL's data folder. */
  readonly dataFolder: string;
  readonly binFolder: string;
  readonly user: ServiceUser | null;
  readonly password: string;
}

export interface ClusterOptions {
  readonly programFolder: string;
  readonly postgresFolder: string;
  /** False for throw-away clusters of tests: they skip the waits for the disk. */
  readonly durable?: boolean;
  /** Told once when the cluster has to live outside the data folder. */
  readonly notice?: (code: string, details: Record<string, string>) => void;
}

/** `cluster.json`. `dataFolder` is relative to it unless the cluster had to live elsewhere. */
interface Settings {
  dataFolder: string;
  password: string;
}

/** Opens the cluster in `postgresFolder`, creating it the first time. Two processes may do so at once: one wins. */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const user = await serviceUser();
  if (user === null && process.getuid?.() === 0) throw new PlainError("A-210", {}, "failed");
  const binFolder = await readableBinaries(options.programFolder, user);
  const settingsFile = join(options.postgresFolder, "cluster.json");
  let text = await readFile(settingsFile, "utf8").catch(missing);
  if (text === null) {
    await createCluster(options, binFolder, user);
    text = await readFile(settingsFile, "utf8");
  }
  const settings = JSON.parse(text) as Settings;
  return {
    folder: options.postgresFolder,
    dataFolder: resolve(options.postgresFolder, settings.dataFolder),
    binFolder,
    user,
    password: settings.password,
  };
}

const missing = (error: NodeJS.ErrnoException) => {
  if (error.code === "ENOENT") return null;
  throw error;
};

/** Builds the whole folder under a name of its own and renames it: a killed attempt leaves nothing half made behind. */
async function createCluster(options: ClusterOptions, binFolder: string, user: ServiceUser | null): Promise<void> {
  const target = options.postgresFolder;
  await removeAbandoned(target);
  const draft = `${target}.new-${process.pid}`;
  await mkdir(draft, { recursive: true, mode: 0o755 });
  const elsewhere = user !== null && !(await reachable(join(draft, "data"), user));
  const dataFolder = elsewhere
    ? join(await makeSharedFolder("clusters"), randomBytes(6).toString("hex"))
    : join(draft, "data");
  const settings: Settings = {
    dataFolder: elsewhere ? dataFolder : "data",
    password: randomBytes(24).toString("base64url"),
  };
  try {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
    await giveTo(dataFolder, user);
    await initialise(dataFolder, binFolder, user, settings.password, options.durable ?? true);
    await writeFile(join(draft, "cluster.json"), `${JSON.stringify(settings)}\n`, { mode: 0o600, flush: true });
    await rename(draft, target);
    if (elsewhere) options.notice?.("A-110", { folder: dataFolder, user: user.name });
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (elsewhere) await rm(dataFolder, { recursive: true, force: true });
    const won = ["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "");
    if (!won) throw error;
  }
}

async function initialise(
  dataFolder: string,
  binFolder: string,
  user: ServiceUser | null,
  password: string,
  durable: boolean,
): Promise<void> {
  // Inside the data folder's parent the service user may not be able to read; a file of its own it always can.
  const passwordFile = `${dataFolder}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  try {
    await giveTo(passwordFile, user);
    const settings = [
      "listen_addresses=127.0.0.1",
      "unix_socket_directories=",
      // The log must not repeat what a statement carried: no failed statement, no detail, no values.
      "log_min_messages=log",
      "log_error_verbosity=terse",
      "log_min_error_statement=panic",
      "log_parameter_max_length=0",
      ...(durable ? [] : ["fsync=off", "full_page_writes=off", "synchronous_commit=off"]),
    ];
    const made = await runAs(user, join(binFolder, "initdb"), [
      "--pgdata",
      dataFolder,
      "--username=yizhang",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      ...(durable ? [] : ["--no-sync"]),
      ...settings.flatMap((setting) => ["--set", setting]),
    ]);
    if (!made.ok) throw new PlainError("A-202", { reason: lastLine(made.output) }, "failed");
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Drafts of processes that were killed while they created the cluster. */
async function removeAbandoned(target: string): Promise<void> {
  const parent = dirname(target);
  await mkdir(parent, { recursive: true });
  const prefix = `${basename(target)}.new-`;
  for (const name of (await readdir(parent)).filter((entry) => entry.startsWith(prefix))) {
    const pid = Number(name.slice(prefix.length));
    const state = await processState(pid);
    if (pid === process.pid || state === "gone" || state === "zombie") {
      await rm(join(parent, name), { recursive: true, force: true });
    }
  }
}

/** The folder of `initdb`, `pg_ctl` and `postgres`; a copy of it where the service user cannot reach node_modules. */
async function readableBinaries(programFolder: string, user: ServiceUser | null): Promise<string> {
  const folder = binariesPackage(programFolder);
  const manifest = await readFile(join(folder, "package.json"), "utf8").catch(missing);
  if (manifest === null) {
    throw new PlainError("A-201", { platform: machineName }, "failed");
  }
  await linkLibraries(folder);
  const native = join(folder, "native");
  if (user === null || (await reachable(join(native, "bin", "postgres"), user))) return join(native, "bin");
  const copy = join(await makeSharedFolder(), `postgresql-${(JSON.parse(manifest) as { version: string }).version}`);
  if (!(await isThere(copy))) {
    const draft = `${copy}.new-${process.pid}`;
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true }));
  }
  return join(copy, "bin");
}

/** npm leaves the package without its library links when it runs with --ignore-scripts; the package's own script makes them. */
async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(join(folder, "native", "pg-symlinks.json"), "utf8").catch(missing);
  const links = JSON.parse(list ?? "[]") as { target: string }[];
  const present = await Promise.all(links.map((link) => isThere(join(folder, link.target))));
  if (present.every(Boolean)) return;
  await promisify(execFile)(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: folder });
}

const lastLine = (output: string) => output.trim().split("\n").at(-1) ?? "";

/** Whether a cluster was already created in this folder. */
export const hasCluster = (postgresFolder: string) => isThere(join(postgresFolder, "cluster.json"));
