import { once } from "node:events";
import { type AddressInfo, createServer, connect as dial, type Socket } from "node:net";
import { setImmediate as immediately, setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, databaseErrorCode } from "@/db/client";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";

/** What a session does that is cut off as a server that was killed cuts it off: by a reset, without a farewell. */

let installation: TemporaryInstallation;
const clients = new Set<Socket>();
/** Passes everything on to PostgreSQL and can cut its clients off. */
const relay = createServer((client) => {
  const { hostname, port } = new URL(installation.databaseUrl);
  const server = dial(Number(port), hostname);
  clients.add(client);
  client.pipe(server).pipe(client);
  for (const end of [client, server]) end.on("error", () => undefined);
  client.on("close", () => {
    clients.delete(client);
    server.destroy();
  });
});
let address: string;

beforeAll(async () => {
  installation = await temporaryInstallation();
  relay.listen(0, "127.0.0.1");
  await once(relay, "listening");
  const url = new URL(installation.databaseUrl);
  url.port = String((relay.address() as AddressInfo).port);
  address = url.href;
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

test("a statement asked in the moment in which a session is cut off fails or is answered, and the next one is answered: 50 times", async () => {
  const { sql } = connect(address, { connections: 1 });
  try {
    for (let turn = 1; turn <= 50; turn += 1) {
      await sql`select 1`;
      const next = sql`select pg_sleep(20)`.catch(() => outcomeOf(sql`select 2`));
      await wait(20);
      for (const client of clients) client.resetAndDestroy();
      expect([turn, await next]).not.toContain("nothing, for good");
      expect([turn, await outcomeOf(sql`select 3`)]).toEqual([turn, "answered"]);
    }
  } finally {
    await sql.end({ timeout: 0 });
  }
});

test("a pool whose statement was cut off can be ended", async () => {
  const { sql } = connect(address, { connections: 1 });
  await sql`select 1`;
  const lost = outcomeOf(sql`select pg_sleep(20)`);
  await wait(20);
  for (const client of clients) client.resetAndDestroy();
  expect(await lost).toBe("ECONNRESET");
  expect(await outcomeOf(sql.end())).toBe("answered");
});

test("where a connection is taken and closed again, as a proxy without a server behind it does, a statement fails", async () => {
  const proxy = createServer((client) => client.end());
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const { sql } = connect(`postgres://any:any@127.0.0.1:${(proxy.address() as AddressInfo).port}/any`);
  expect(await outcomeOf(sql`select 1`)).toBe("CONNECTION_CLOSED");
  await sql.end();
  proxy.close();
});

test("while statements come at every moment, sessions are cut off 200 times: each statement has an outcome, and the last is answered", async () => {
  const { sql } = connect(address, { connections: 2 });
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
});
