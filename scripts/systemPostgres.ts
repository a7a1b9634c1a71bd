import { randomBytes } from "node:crypto";
import { access, chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/db/embeddedServer";
import { giveTo, runAs, serviceUser } from "@/db/machine";

const distributions = "/usr/lib/postgresql";
const oldest = 14;

/** The newest server programs that a distribution put on this machine; null when there are none we support. */
export async function findSystemPostgres(): Promise<string | null> {
  const versions = (await readdir(distributions).catch(() => [])).map(Number).filter((version) => version >= oldest);
  for (const version of versions.sort((a, b) => b - a)) {
    const folder = join(distributions, String(version), "bin");
    const usable = await access(join(folder, "initdb")).then(
      () => true,
      () => false,
    );
    if (usable) return folder;
  }
  return null;
}

/** Runs `work` with a throw-away server of those programs: the other PostgreSQL that DATABASE_URL may name. */
export async function withSystemPostgres<T>(binFolder: string, work: (url: string) => Promise<T>): Promise<T> {
  const user = await serviceUser();
  const folder = await mkdtemp(join(tmpdir(), "yizhang-system-postgres-"));
  await chmod(folder, 0o755);
  const dataFolder = join(folder, "data");
  const passwordFile = join(folder, "password");
  const password = randomBytes(16).toString("hex");
  const port = await freePort();
  const control = (...commands: string[]) =>
    runAs(user, join(binFolder, "pg_ctl"), ["-D", dataFolder, "-w", ...commands]);
  try {
    await mkdir(dataFolder, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    await giveTo(dataFolder, user);
    await giveTo(passwordFile, user);
    const login = ["-U", "yizhang", `--pwfile=${passwordFile}`, "-A", "scram-sha-256"];
    await mustSucceed(
      runAs(user, join(binFolder, "initdb"), ["-D", dataFolder, ...login, "-E", "UTF8", "--locale=C", "-N"]),
    );
    const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`;
    await mustSucceed(control("-l", join(dataFolder, "server.log"), "-o", settings, "start"));
    return await work(`postgres://yizhang:${password}@127.0.0.1:${port}/postgres`);
  } finally {
    await control("-m", "fast", "stop");
    await rm(folder, { recursive: true, force: true });
  }
}

async function mustSucceed(running: Promise<{ ok: boolean; output: string }>): Promise<void> {
  const { ok, output } = await running;
  if (!ok) throw new Error(output);
}
