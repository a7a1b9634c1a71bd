import { once } from "node:events";
import { type AddressInfo, createServer, connect as dial, type Socket } from "node:net";
import { setImmediate as immediately, setTimeout as wait } from "node:timers/promises";
import { TLSSocket } from "node:tls";
import { generate } from "selfsigned";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, databaseErrorCode } from "@/db/client";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";

/**
 * What a session does that is cut off as a server that was killed cuts it off: by a reset, without a farewell; in plain and
 * encrypted.
 */

let installation: TemporaryInstallation;
const clients = new Set<Socket>();
let certificate: { private: string; cert: string };

let isFull = false;
/** What a server says that has no room for one more session. */
const tooMany = Buffer.from("E\0\0\0\x2cSFATAL\0VFATAL\0C53300\0Mno room for more\0\0", "latin1");

/** Passes everything on to PostgreSQL and can cut its clients off; whoever asks for it is encrypted as far as here. */
const relay = createServer(async (client) => {
  clients.add(client);
  client.on("error", () => undefined);
  client.on("close", () => clients.delete(client));
  const [first] = (await once(client, "data").catch(() => [null])) as [Buffer | null];
  if (first === null) return;
  const isAsked = first.length === 8;
  if (isAsked) client.write("S");
  else client.unshift(first);
  const { private: key, cert } = certificate;
  const open = isAsked ? new TLSSocket(client, { isServer: true, key, cert }) : client;
  if (isFull) return void open.end(tooMany);
  const { hostname, port } = new URL(installation.databaseUrl);
  const server = dial(Number(port), hostname);
  open.pipe(server).pipe(open);
  for (const end of [open, server]) end.on("error", () => undefined);
  if (client.destroyed) server.destroy();
  else client.on("close", () => server.destroy());
});

/** Where a session finds the relay. */
function address(mode: string, host = "127.0.0.1"): string {
  const url = new URL(installation.databaseUrl);
  url.hostname = host;
  url.port = String((relay.address() as AddressInfo).port);
  url.searchParams.set("sslmode", mode);
  return url.href;
}

const modes = ["disable", "require"];

beforeAll(async () => {
  installation = await temporaryInstallation();
  certificate = await generate([{ name: "commonName", value: "localhost" }]);
  relay.listen(0);
  await once(relay, "listening");
});
afterAll(async () => {
  relay.close();
  await installation.close();
});

/** What a statement comes to within five seconds. */
const outcomeOf = (statement: PromiseLike<unknown>) =>
  Promise.race([
    Promise.resolve(statement).then(
      () => "answered",
      (error: unknown) => databaseErrorCode(error) ?? String(error),
    ),
    wait(5_000, "nothing, for good", { ref: false }),
  ]);

test.each(modes)(
  "%s: a statement asked in the moment in which a session is cut off fails or is answered, and the next one is answered: 50 times",
  async (mode) => {
    const { sql } = connect(address(mode), { connections: 1 });
    try {
      for (let turn = 1; turn <= 50; turn += 1) {
        await sql`select 1`;
        const next = sql`select pg_sleep(1)`.catch(() => outcomeOf(sql`select 2`));
        await wait(20);
        for (const client of clients) client.resetAndDestroy();
        expect([turn, await next]).not.toContain("nothing, for good");
        expect([turn, await outcomeOf(sql`select 3`)]).toEqual([turn, "answered"]);
      }
    } finally {
      await sql.end({ timeout: 0 });
    }
  },
);

test.each(modes)("%s: a pool whose statement was cut off can be ended", async (mode) => {
  const { sql } = connect(address(mode), { connections: 1 });
  await sql`select 1`;
  const lost = outcomeOf(sql`select pg_sleep(1)`);
  await wait(20);
  for (const client of clients) client.resetAndDestroy();
  expect(await lost).toBe("ECONNRESET");
  expect(await outcomeOf(sql.end())).toBe("answered");
});

test.each(modes)("%s: who was cut off and finds no room is told so, and comes in when there is some", async (mode) => {
  const { sql } = connect(address(mode), { connections: 1 });
  await sql`select 1`;
  const lost = outcomeOf(sql`select pg_sleep(1)`);
  await wait(20);
  isFull = true;
  for (const client of clients) client.resetAndDestroy();
  expect(await lost).toBe("ECONNRESET");
  expect(await outcomeOf(sql`select 2`)).toBe("53300");
  isFull = false;
  expect(await outcomeOf(sql`select 3`)).toBe("answered");
  await sql.end();
});

/** What a statement comes to at a server that answers connections like this. */
async function askAt(serve: (client: Socket) => void, mode: string): Promise<string> {
  const server = createServer((client) => {
    client.on("error", () => undefined);
    serve(client);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const { sql } = connect(`postgres://any:any@127.0.0.1:${port}/any?sslmode=${mode}`, { connectTimeoutSeconds: 1 });
  try {
    // More often than the pool has places: none is lost.
    let outcome = "";
    for (let turn = 0; turn < 6; turn += 1) outcome = await outcomeOf(sql`select 1`);
    return outcome;
  } finally {
    await sql.end({ timeout: 0 });
    server.close();
  }
}

const answer =
  (...letters: string[]) =>
  (client: Socket) => {
    const left = [...letters];
    client.on("data", () => {
      const next = left.shift();
      if (next) client.write(next);
      else client.end();
    });
  };

test.each([...modes, "prefer"])(
  "%s: where a connection is taken and closed again, as a proxy without a server behind it does, a statement fails",
  async (mode) => {
    expect(await askAt((client) => client.end(), mode)).toBe("CONNECTION_CLOSED");
    expect(await askAt(() => undefined, mode)).toBe("CONNECT_TIMEOUT");
  },
);

test("what a server says to encryption: a no ends a session that requires it, and one that prefers it goes on in plain", async () => {
  expect(await askAt(answer("N"), "require")).toBe("SSL_REFUSED");
  expect(await askAt(answer("N"), "prefer")).toBe("CONNECTION_CLOSED");
  expect(await askAt(answer("SN"), "require")).toBe("SSL_REFUSED");
  expect(await askAt(answer("S", "no handshake"), "require")).toMatch(/^ERR_SSL/);
  const { sql } = connect(`${installation.databaseUrl}?sslmode=prefer`);
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  await sql.end();
});

test("a certificate that nobody vouches for is refused where it is to be verified", async () => {
  for (const host of ["localhost", "127.0.0.1"]) {
    const { sql } = connect(address("verify-full", host));
    expect(await outcomeOf(sql`select 1`)).toBe("DEPTH_ZERO_SELF_SIGNED_CERT");
    await sql.end();
  }
});

test.each(modes)(
  "%s: while statements come at every moment, sessions are cut off 200 times: each statement has an outcome, and the last is answered",
  async (mode) => {
    const { sql } = connect(address(mode), { connections: 2 });
    await sql`select 1`;
    let isAsking = true;
    const outcomes: Record<string, number> = {};
    const ask = async (pause: () => Promise<unknown>) => {
      while (isAsking) {
        const outcome = await outcomeOf(sql`select 1`);
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
        await pause();
      }
    };
    const asking = [ask(() => wait(0)), ask(() => wait(1)), ask(immediately), ask(immediately), ask(() => wait(3))];
    for (let turn = 1; turn <= 200; turn += 1) {
      await wait(10 + (turn % 7));
      for (const client of clients) client.resetAndDestroy();
    }
    isAsking = false;
    await Promise.all(asking);
    expect(outcomes).not.toHaveProperty(["nothing, for good"]);
    expect(outcomes).not.toHaveProperty("CONNECT_TIMEOUT");
    expect(await outcomeOf(sql`select 2`)).toBe("answered");
    await sql.end({ timeout: 0 });
    console.info(JSON.stringify(outcomes));
  },
);
