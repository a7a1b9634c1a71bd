import { readFile, rename, rm, stat, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type postgres from "postgres";
import { openSessions } from "@/db/driver";
import type { Cluster } from "@/db/embeddedCluster";
import { processState, recoverySync, runAs } from "@/db/machine";
import { PlainError } from "@/domain/errors";

/** Any number will do; everybody who uses the server holds it shared. */
const leaseKey = 361_031;
/** What PostgreSQL takes for: roll back what is at work, write everything down, end. */
const fastShutdown = "SIGINT";
/** Recovery of a large cluster after a kill is allowed this long. */
const patience = 90_000;
/** After a server died, everybody who used it is on the way back; this long nobody takes itself for the last. */
const returnPatience = 2_000;
/** A server that was killed may leave children that end a moment later; failing starts are repeated this long. */
const startPatience = 15_000;

/**
 * Our part in the embedded server. Every process that uses it holds one session with a shared advisory lock; the one
 * that can take the lock for itself when it leaves was the last, and stops the server. A newcomer that is cut off by
 * that simply begins again.
 */
export class EmbeddedServer {
  private session: postgres.Sql | null = null;
  private healing: Promise<void> | null = null;
  private healedAt: number | null = null;
  private leaving = false;
  private port = 0;

  private constructor(private readonly cluster: Cluster) {}

  /** Joins the running server of this cluster or starts it. */
  static async join(cluster: Cluster): Promise<EmbeddedServer> {
    const server = new EmbeddedServer(cluster);
    await server.hold();
    return server;
  }

  url(database: string): string {
    return `postgres://yizhang:${this.cluster.password}@127.0.0.1:${this.port}/${database}`;
  }

  /** Gives the lease back; stops the server when nobody else holds one. */
  async leave(): Promise<void> {
    this.leaving = true;
    await this.healing;
    const session = this.session;
    if (!session) return;
    if (this.healedAt !== null) await wait(Math.max(0, this.healedAt + returnPatience - Date.now()));
    try {
      await session`select pg_advisory_unlock_shared(${leaseKey})`;
      const [answer] = await session`select pg_try_advisory_lock(${leaseKey}) as last`;
      if (answer?.last) await stopCluster(this.cluster);
    } catch {
      // Somebody else ended the server; there is nothing left to give back.
    }
    await session.end({ timeout: 1 });
  }

  private async hold(): Promise<void> {
    const started = Date.now();
    let failingSince: number | null = null;
    for (;;) {
      const running = await runningServer(this.cluster);
      if (running) {
        failingSince = null;
        if (await this.take(running.port)) return;
      } else {
        const outcome = await startCluster(this.cluster, this.port || (await rememberedPort(this.cluster)));
        if (outcome.ok) continue;
        failingSince ??= Date.now();
        if (Date.now() - failingSince > startPatience)
          throw new PlainError("A-203", { reason: outcome.reason }, "failed");
      }
      if (Date.now() - started > patience) throw new PlainError("A-203", { reason: "timeout" }, "failed");
      await wait(100);
    }
  }

  private async take(port: number): Promise<boolean> {
    const session = openSessions(`postgres://yizhang:${this.cluster.password}@127.0.0.1:${port}/postgres`, {
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: 10,
      connection: { application_name: "yizhang lease" },
      onclose: () => {
        if (this.session === session && !this.leaving) this.healing = this.heal(session);
      },
    });
    try {
      await session`select pg_advisory_lock_shared(${leaseKey})`;
    } catch {
      // Starting up, shutting down, or just killed: begin again.
      await session.end({ timeout: 0 });
      return false;
    }
    this.session = session;
    this.port = port;
    return true;
  }

  /** The server died under us: bring it back on the same port, so that every open pool finds it again. */
  private async heal(session: postgres.Sql): Promise<void> {
    this.session = null;
    await session.end({ timeout: 0 });
    do {
      try {
        await this.hold();
        this.healedAt = Date.now();
        return;
      } catch {
        await wait(1000);
      }
    } while (!this.leaving);
  }
}

/** `postmaster.pid`, when the process it names lives. PostgreSQL writes the port on the fourth line. */
async function runningServer(cluster: Cluster): Promise<{ pid: number; port: number } | null> {
  const text = await readFile(join(cluster.dataFolder, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!pid || !port) return null;
  return (await processState(pid)) === "postgres" ? { pid, port } : null;
}

/**
 * PostgreSQL clears away the pid file of a process that is gone, but not that of a zombie, nor one whose number was
 * given to another program. Such a file gets a pid that cannot exist: the rest of it must stay, because it names the
 * shared memory by which PostgreSQL makes sure that no orphaned child still writes.
 */
async function disownPidFile(cluster: Cluster): Promise<void> {
  const file = join(cluster.dataFolder, "postmaster.pid");
  const text = await readFile(file, "utf8").catch(() => "");
  const pid = Number(text.split("\n")[0]);
  if (!pid) return;
  const state = await processState(pid);
  if (state === "zombie" || state === "other") await writeFile(file, text.replace(/^\d+/, "2147483646"));
}

async function startCluster(cluster: Cluster, preferredPort: number | null): Promise<{ ok: boolean; reason: string }> {
  await disownPidFile(cluster);
  const port = preferredPort && (await isFree(preferredPort)) ? preferredPort : await freePort();
  const log = join(cluster.dataFolder, "server.log");
  if (((await stat(log).catch(() => null))?.size ?? 0) > 5_000_000) await truncate(log);
  const started = await runAs(cluster.user, join(cluster.binFolder, "pg_ctl"), [
    "start",
    "--wait",
    "--silent",
    `--timeout=${patience / 1000}`,
    `--pgdata=${cluster.dataFolder}`,
    `--log=${log}`,
    `--options=-p ${port} -c recovery_init_sync_method=${recoverySync()}`,
  ]);
  if (started.ok) await rememberPort(cluster, port);
  return { ok: started.ok, reason: log };
}

/**
 * Stops the server of this cluster, if one runs, after the statements at work were rolled back. Not by `pg_ctl stop`:
 * when a newcomer starts the next server at once, that would wait for the wrong one.
 */
export async function stopCluster(cluster: Cluster): Promise<void> {
  const running = await runningServer(cluster);
  if (!running) return;
  process.kill(running.pid, fastShutdown);
  const started = Date.now();
  while ((await processState(running.pid)) === "postgres" && Date.now() - started < patience) await wait(20);
}

const portFile = (cluster: Cluster) => join(cluster.folder, "port");

async function rememberedPort(cluster: Cluster): Promise<number | null> {
  return Number(await readFile(portFile(cluster), "utf8").catch(() => "")) || null;
}

async function rememberPort(cluster: Cluster, port: number): Promise<void> {
  if ((await rememberedPort(cluster)) === port) return;
  const draft = `${portFile(cluster)}.${process.pid}`;
  await writeFile(draft, `${port}\n`);
  await rename(draft, portFile(cluster)).catch(() => rm(draft, { force: true }));
}

/** A loopback port that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => settle(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const probe = createServer();
    probe.once("error", () => settle(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => settle(true)));
  });
}
