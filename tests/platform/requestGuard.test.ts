import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Serving, serve, stopServing } from "@/scripts/serve";

let serving: Serving;
const handled: string[] = [];

beforeAll(async () => {
  serving = await serve(0, async () => async (incoming, response) => {
    handled.push(`${incoming.method} ${incoming.url}`);
    response.end("done");
  });
});
afterAll(() => stopServing(serving));

/** Status of a request with exactly these headers; `{port}` stands for the server's port. */
function ask(method: string, headers: Record<string, string>, path = "/anything"): Promise<number> {
  const filled = Object.entries(headers).map(([name, value]) => [name, value.replace("{port}", String(serving.port))]);
  return new Promise((settle, fail) => {
    const outgoing = request(
      { host: "127.0.0.1", port: serving.port, method, path, setHost: false, headers: Object.fromEntries(filled) },
      (answer) => {
        answer.resume();
        answer.on("end", () => settle(answer.statusCode ?? 0));
      },
    );
    outgoing.once("error", fail);
    outgoing.end();
  });
}

test("a connection that no longer speaks HTTP does not keep the server from stopping", async () => {
  const other = await serve(0, async (_, server) => {
    server.on("upgrade", () => undefined);
    return async (_, response) => void response.end("done");
  });
  const client = connect(other.port, "127.0.0.1");
  client.on("error", () => undefined);
  client.write("GET / HTTP/1.1\r\nHost: any\r\nConnection: Upgrade\r\nUpgrade: any\r\n\r\n");
  await once(other.server, "upgrade");
  await stopServing(other);
  client.destroy();
});

const own = { host: "127.0.0.1:{port}" };

describe("the Host must be this machine", () => {
  for (const [host, status] of [
    ["127.0.0.1:{port}", 200],
    ["localhost:{port}", 200],
    ["LOCALHOST:{port}", 200],
    ["127.0.0.1", 403],
    ["127.0.0.1:1", 403],
    ["evil.example", 403],
    ["evil.example:{port}", 403],
    ["localhost.evil.example:{port}", 403],
    ["0.0.0.0:{port}", 403],
  ] as const) {
    test(`${host} → ${status}`, async () => expect(await ask("GET", { host })).toBe(status));
  }
  test("a request without a Host never reaches a page", async () => expect(await ask("GET", {})).toBe(400));
});

describe("a request that changes something must come from a page of this server", () => {
  const origins: [string, Record<string, string>, number][] = [
    ["own origin", { origin: "http://127.0.0.1:{port}" }, 200],
    ["own origin, said by the browser", { origin: "http://127.0.0.1:{port}", "sec-fetch-site": "same-origin" }, 200],
    ["no origin", {}, 403],
    ["null origin", { origin: "null" }, 403],
    ["another site", { origin: "https://evil.example" }, 403],
    ["another port", { origin: "http://127.0.0.1:1" }, 403],
    ["another scheme", { origin: "https://127.0.0.1:{port}" }, 403],
    ["another name of this machine", { origin: "http://localhost:{port}" }, 403],
    ["own origin forged from elsewhere", { origin: "http://127.0.0.1:{port}", "sec-fetch-site": "cross-site" }, 403],
    ["own origin from a sister site", { origin: "http://127.0.0.1:{port}", "sec-fetch-site": "same-site" }, 403],
  ];
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    for (const [name, headers, status] of origins) {
      test(`${method} with ${name} → ${status}`, async () =>
        expect(await ask(method, { ...own, ...headers })).toBe(status));
    }
  }
  for (const method of ["GET", "HEAD", "OPTIONS"]) {
    test(`${method} changes nothing and needs no origin`, async () => expect(await ask(method, own)).toBe(200));
  }
});

test("what is turned away reaches no page", async () => {
  const before = handled.length;
  await ask("POST", { ...own, origin: "null" }, "/refused");
  await ask("GET", { host: "evil.example" }, "/refused");
  expect(handled.slice(before)).toEqual([]);
});

test("every answer carries the security headers, with a nonce of its own", async () => {
  const answers = await Promise.all([1, 2].map(() => fetch(`http://127.0.0.1:${serving.port}/`)));
  const policies = answers.map((answer) => answer.headers.get("content-security-policy") ?? "");
  for (const policy of policies) {
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("object-src 'none'; base-uri 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{24}'(;|$)/);
  }
  expect(policies[0]).not.toBe(policies[1]);
  expect(answers[0]!.headers.get("x-content-type-options")).toBe("nosniff");
});

test("only this machine can reach the server", () => {
  expect(serving.server.address()).toMatchObject({ address: "127.0.0.1" });
});
