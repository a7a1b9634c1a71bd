import { expect, test } from "vitest";
import { readSettings } from "@/cli/doctor/settings";

test("without settings the port is 3000 and may be replaced", () => {
  expect(readSettings({})).toEqual({ port: 3000, portWasSet: false });
});

test("a port that was asked for is kept", () => {
  expect(readSettings({ PORT: "8080" })).toEqual({ port: 8080, portWasSet: true });
});

for (const PORT of ["abc", "-1", "0", "65536", "3000x", "1e3", "3000.5"]) {
  test(`PORT=${PORT} is refused by name`, () =>
    expect(() => readSettings({ PORT })).toThrow(expect.objectContaining({ code: "A-104", outcome: "refused" })));
}

for (const HOST of ["0.0.0.0", "::", "192.168.1.5", "example.org"]) {
  test(`HOST=${HOST} is refused: there are no accounts yet`, () =>
    expect(() => readSettings({ HOST })).toThrow(expect.objectContaining({ code: "A-105", details: { host: HOST } })));
}

for (const HOST of ["127.0.0.1", "localhost", ""]) {
  test(`HOST=${HOST || "(empty)"} is this machine`, () => expect(readSettings({ HOST }).port).toBe(3000));
}
