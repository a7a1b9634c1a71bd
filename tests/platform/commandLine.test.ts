import { chmod, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TemporaryInstallation, temporaryInstallation } from "@/tests/setup/installation";
import { yizhang } from "./runProgram";

let installation: TemporaryInstallation;
beforeAll(async () => {
  installation = await temporaryInstallation();
});
afterAll(() => installation.close());

describe("asking for help", () => {
  test("--help lists every command and is done", async () => {
    const { code, out } = await yizhang(["--help"], {});
    expect(code).toBe(0);
    const commands = [
      "assess",
      "backtest",
      "demo",
      "discard",
      "doctor",
      "held",
      "load",
      "loads",
      "metrics",
      "profile",
      "project",
      "publish",
      "rederive",
      "region",
      "restore",
      "rubric",
      "table",
      "versions",
    ];
    for (const command of commands) {
      expect(out).toMatch(new RegExp(`^ {2}${command} +\\S`, "m"));
    }
  });
  test("no command is a usage error", async () => expect((await yizhang([], {})).code).toBe(2));
  test("<command> --help opens nothing", async () => {
    const { code, out } = await yizhang(["doctor", "--help"], { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" });
    expect([code, out.split("\n")[0]]).toEqual([0, "检查本机与安装：有什么、缺什么、该怎么办"]);
  });
});

describe("what cannot be done is said in plain words, never with a stack", () => {
  const cases: [string, string[], Record<string, string>, number, string][] = [
    ["unknown command", ["nonsense"], {}, 2, "A-301"],
    ["a file that is no command", ["command"], {}, 2, "A-301"],
    ["a path instead of a command", ["../scripts/start"], {}, 2, "A-301"],
    ["unknown option", ["demo", "--nonsense"], {}, 2, "A-302"],
    ["an option without its value", ["held", "20180705-0123456789", "--out"], {}, 2, "A-303"],
    ["an argument where there is none", ["loads", "20180705-0123456789"], {}, 2, "A-304"],
    ["address that is none", ["versions"], { DATABASE_URL: "not an address" }, 1, "A-209"],
    [
      "database that does not answer",
      ["versions"],
      { DATABASE_URL: "postgres://u:secret@127.0.0.1:1/none" },
      1,
      "A-204",
    ],
  ];
  for (const [name, commandArguments, settings, code, message] of cases) {
    test(`${name} → ${code} ${message}`, async () => {
      const outcome = await yizhang(commandArguments, { YIZHANG_HOME: installation.home.root, ...settings });
      expect(outcome.code).toBe(code);
      expect(outcome.out).toBe("");
      expect(outcome.err).toMatch(new RegExp(`^${message} \\S`));
      expect(outcome.err).not.toMatch(/\n\s+at |secret/);
    });
  }

  test("a lost person key is noticed as soon as there are data", async () => {
    const other = await temporaryInstallation();
    await other.database.sql`
      insert into loads (load_id, region, scheme, state, created_at, base_version, report)
      values ('one', '361031', '390', 'published', now(), 0, '{}')`;
    await rm(other.home.personKeyFile);
    const { code, err } = await yizhang(["versions"], other.environment);
    expect([code, err.slice(0, 5)]).toEqual([1, "A-102"]);
    await other.close();
  });

  test("a session that is ended in the middle of a command is said in words", async () => {
    const other = await temporaryInstallation();
    const { sql } = other.database;
    const endWhoWaits = () => sql`
      select pg_terminate_backend(pid) as ended from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%data_versions%'`;
    const outcome = await sql.begin(async (holder) => {
      await holder`lock table data_versions`;
      const command = yizhang(["versions"], other.environment);
      while ((await endWhoWaits()).length === 0) await wait(50);
      return command;
    });
    expect([outcome.code, outcome.out]).toEqual([1, ""]);
    expect(outcome.err).toMatch(/^A-212 与数据库的连接中断（[A-Z0-9_]+）.*\n$/);
    await other.close();
  });

  test("an unexpected error has a reference, and the log holds no word of the database", async () => {
    const other = await temporaryInstallation();
    await other.database.sql`alter table data_versions rename to 张三李四`;
    const { code, err } = await yizhang(["versions"], other.environment);
    expect(code).toBe(1);
    const reference = /^A-900 .*编号 ([0-9a-f]{8})/.exec(err)?.[1];
    const log = await readFile(join(other.home.logFolder, "errors.log"), "utf8");
    expect(JSON.parse(log)).toMatchObject({ reference, command: "versions", code: "42P01" });
    expect(`${err}${log}`).not.toMatch(/does not exist|relation|张三/);
    await other.close();
  });
});

describe("doctor", () => {
  test("a sound installation passes, and --json is one object", async () => {
    const { code, out } = await yizhang(["doctor", "--json"], installation.environment);
    const { healthy, checks } = JSON.parse(out) as { healthy: boolean; checks: { check: string; status: string }[] };
    expect([code, healthy]).toEqual([0, true]);
    expect(checks.map(({ check }) => check)).toEqual(
      expect.arrayContaining([
        "node",
        "memory",
        "disk",
        "folder",
        "key",
        "server",
        "migrations",
        "duckdb",
        "files",
        "totals",
        "font",
      ]),
    );
    expect(checks.filter(({ status }) => status === "fail")).toEqual([]);
  });

  test("a key that its owner can write, a file that is missing and a leftover are told apart", async () => {
    const other = await temporaryInstallation();
    const { sql } = other.database;
    const file = {
      table: "fct_settlements",
      region: "361031",
      partition: "2018-01",
      path: "facts/fct_settlements/361031/2018-01-gone.parquet",
      rows: 3,
      contentHash: "",
      derivedBy: "",
    };
    await sql`insert into data_versions (version, published_at, load_ids, content_hash, files)
      values (1, now(), '{}', '', ${JSON.stringify([file])}::jsonb)`;
    await sql`insert into publication (id, version) values (1, 1) on conflict (id) do update set version = 1`;
    await chmod(other.home.personKeyFile, 0o600);
    await writeFile(join(other.home.spillFolder, "left.tmp"), "");
    const { code, out } = await yizhang(["doctor"], other.environment);
    expect(code).toBe(1);
    expect(out).toMatch(/^✗ 当前版本的数据文件：1 个中有 1 个缺失、损坏或被改动/m);
    expect(out).toMatch(/^! 人员标识密钥：.*权限是 0600/m);
    expect(out).toMatch(/^! 残留文件：1 个/m);
    await other.close();
  });

  test("a malformed key, or one that others can read, keeps the installation closed", async () => {
    const other = await temporaryInstallation();
    for (const mode of [0o440, 0o404, 0o644]) {
      await chmod(other.home.personKeyFile, mode);
      const { code, out } = await yizhang(["doctor"], other.environment);
      expect(code).toBe(1);
      expect(out).toMatch(/^✗ 打开安装：A-109 .*chmod 0400/m);
    }
    await rm(other.home.personKeyFile);
    for (const digits of ["", "abc", "0".repeat(64), "Z".repeat(64)]) {
      await writeFile(other.home.personKeyFile, digits, { mode: 0o400 });
      const { code, out } = await yizhang(["doctor"], other.environment);
      expect(code).toBe(1);
      expect(out).toMatch(/^✗ 打开安装：A-103 /m);
    }
    await other.close();
  });
});
