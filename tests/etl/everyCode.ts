import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { vi } from "vitest";
import { readOne } from "@/cli/arguments/readOne";
import { load as loadCommand } from "@/cli/load";
import { readDataVersion } from "@/db/queries/readDataVersion";
import { PlainError } from "@/domain/errors";
import { discard, listHeld, publish, rederive, restore, type Submission } from "@/etl/index";
import { stageLoad } from "@/etl/steps/stage";
import { withWarehouse } from "@/etl/steps/withWarehouse";
import { whilePublishing } from "@/etl/steps/workLock";
import { IntakeDesk } from "@/intake/index";
import type { Warehouse } from "@/warehouse/connection";
import { programFolder } from "../setup/server";
import type { Bench } from "./everyCodeBench";
import { delimited, personKeyOfTests, type SettlementCells, settlements } from "./readingSetup";

/** How codes come about that one file alone does not bring about. `run` says which ones it saw. */
export interface Way {
  readonly codes: readonly string[];
  readonly what: string;
  run(bench: Bench): Promise<readonly string[]>;
}

/** Codes that need processes or disks of their own, and the test that meets each. */
export const provenBy: Readonly<Record<string, string>> = {
  "L-135": "tests/etl/steadyFile.test.ts",
  "L-319": "tests/etl/badInputsVersion.test.ts",
  "L-709": "tests/intake/inbox.test.ts",
  "L-715": "tests/corridor/corrections.test.ts",
  "L-716": "tests/corridor/corrections.test.ts",
  "L-717": "tests/corridor/corrections.test.ts",
  "L-718": "tests/corridor/corrections.test.ts",
  "L-720": "tests/corridor/corrections.test.ts",
  "L-901": "tests/etl/versionsPublish.test.ts",
  "L-902": "tests/intake/desk.test.ts",
  "L-903": "tests/faults/tampered.test.ts",
  "L-905": "tests/intake/desk.test.ts",
};

/** The codes with which some work is turned down, each. */
async function refusals(...work: readonly (() => unknown)[]): Promise<string[]> {
  const codes: string[] = [];
  for (const attempt of work) {
    try {
      await attempt();
      codes.push("done");
    } catch (error) {
      codes.push(error instanceof PlainError ? error.code : String(error));
    }
  }
  return codes;
}

const codesOf = ({ report }: Submission) => report.findings.map(({ code }) => code);
type Cells = SettlementCells & { PSN_IDET_TYPE?: string };
const rowsOf = (cells: readonly Cells[], count = 200) =>
  settlements(cells, count).map((row): Record<string, string> => ({ PSN_IDET_TYPE: "", ...row }));
const inMonth = (month: string) =>
  rowsOf([]).map((row) => ({
    ...row,
    SETL_ID: month + row.SETL_ID,
    SETL_TIME: `${month}-03`,
    BEGNDATE: "",
    ENDDATE: "",
  }));
const refund = { REFD_SETL_FLAG: "1", MEDFEE_SUMAMT: "-10", HIFP_PAY: "-6" };

export const ways: readonly Way[] = [
  {
    codes: ["L-313", "L-314", "L-405", "L-406", "L-501", "L-502", "L-503", "L-504", "L-505"],
    what: "what only the whole version knows of a row",
    run: async (bench) =>
      codesOf(
        await bench.submit({
          "a.csv": delimited(
            rowsOf([
              { ...refund, INIT_SETL_ID: "nowhere" },
              { ...refund, INIT_SETL_ID: "G1", MEDFEE_SUMAMT: "-9999" },
              { REFD_SETL_FLAG: "1" },
              { FIXMEDINS_CODE: "H999" },
              { FIXMEDINS_CODE: "123" },
              { MED_TYPE: "ZZ" },
              { HOSP_LV: "1", FIXMEDINS_CODE: "H36103100002" },
              { PSN_IDET_TYPE: "7019" },
            ]),
          ),
          "机构.csv": "机构编码,机构名称,医院等级\nH36103100001,示例县人民医院,05\n0123,卫生院,10\n",
          "名册.csv": "人员编号,困难身份,开始日期\n36100000000001,7131,2018-01-01\nP2,从未有过,2018-01-01\n",
        }),
      ),
  },
  {
    codes: ["L-120", "L-121", "L-125", "L-127", "L-701", "L-702", "L-714"],
    what: "a month after a gap, again, with other content, and against another publication",
    run: async (bench) => {
      const march = { "3.csv": delimited(inMonth("2018-03")) };
      const first = await bench.submit(march);
      await publish(bench.installation, first.loadId, bench.now);
      const again = await bench.submit(march);
      const gap = await bench.submit({ "5.csv": delimited(inMonth("2018-05")) });
      const other = (rows: number) => bench.submit({ [`3-${rows}.csv`]: delimited(inMonth("2018-03").slice(rows)) });
      const [one, two] = [await other(1), await other(2)];
      await publish(bench.installation, one.loadId, bench.now);
      return [
        ...(again.unchanged ? ["L-120"] : []),
        ...codesOf(gap),
        ...codesOf(one),
        ...(await refusals(
          () => publish(bench.installation, two.loadId, bench.now),
          () => publish(bench.installation, "nothing", bench.now),
          () => discard(bench.installation, one.loadId),
          () => bench.inWarehouse((warehouse) => listHeld(warehouse, bench.installation, one.loadId)),
        )),
      ];
    },
  },
  {
    codes: ["L-703", "L-705", "L-706", "L-704"],
    what: "a version that never was, one whose files are gone, nothing to derive, somebody else at work for ten minutes",
    run: async ({ installation, region, now }) => {
      const { files } = (await readDataVersion(installation.database, 1))!;
      const codes = await refusals(
        () => rederive(installation, region, now),
        () => restore(installation, 99, now),
        () => rm(join(installation.home.warehouseFolder, files[0]!.path)).then(() => restore(installation, 1, now)),
      );
      return whilePublishing(installation.database, async () => {
        let minutes = 0;
        const clock = vi.spyOn(performance, "now").mockImplementation(() => {
          minutes += 11;
          return minutes * 60_000;
        });
        const locked = await refusals(() => whilePublishing(installation.database, async () => {}));
        clock.mockRestore();
        return [...codes, ...locked];
      });
    },
  },
  {
    codes: ["L-100", "L-131", "L-710", "L-711", "L-712", "L-713", "L-719"],
    what: "commands that miss or mistake an argument",
    run: ({ installation, now }) => {
      const context = { installation: async () => installation, now: () => now, print: () => {}, warn: () => {} };
      const command =
        (...words: string[]) =>
        () =>
          loadCommand.run(words, context);
      return refusals(
        command("--region", "361031"),
        command("none.csv", "--region", "361031"),
        command("none.csv", "--region", "36"),
        command("none.csv", "--region", "361031", "--scheme", "x"),
        command("none.csv", "--region", "361031", "--kind", "x"),
        () => readOne([], "LOAD"),
        command("none.csv", "--region", "361031", "--encoding", "x"),
      );
    },
  },
  {
    codes: ["L-132", "L-707", "L-708", "L-721"],
    what: "files that do not arrive as they were sent, a job that nobody knows, one control total for two files, too many files",
    run: async ({ installation, region }) => {
      const desk = new IntakeDesk(installation, programFolder, { ...process.env, ...installation.environment });
      await desk.open();
      const order = { origin: "page", region, scheme: "390", period: null, sheet: null, encoding: null } as const;
      const files = [{ name: "a.csv", bytes: 4 }];
      const id = await desk.create({ ...order, control: null, files });
      const codes = await refusals(
        () => desk.receive(id, 1, Readable.from([Buffer.from("abc")])),
        () => desk.receive("20180705-0000000000", 1, Readable.from([])),
        () => desk.create({ ...order, control: { rows: "1" }, files: [...files, ...files] }),
        () => desk.create({ ...order, control: null, files: Array.from({ length: 201 }, () => files[0]!) }),
      );
      await desk.cancel(id);
      await desk.close();
      return codes;
    },
  },
  {
    codes: ["L-904"],
    what: "rows that are lost while they are written",
    run: (bench) =>
      bench.inWarehouse((warehouse) => {
        const losing = new Proxy(warehouse, {
          get: (target, name) =>
            name === "run"
              ? (sql: string, values?: Parameters<Warehouse["run"]>[1]) =>
                  target.run(/verdict is null/.test(sql) ? sql.replace(/verdict is null/, "$& and false") : sql, values)
              : Reflect.get(target, name).bind(target),
        });
        return refusals(async () =>
          stageLoad(losing, {
            ...{ loadId: "losing", files: [await bench.write("lost.csv", delimited(rowsOf([])))] },
            ...{
              region: bench.region,
              regionName: null,
              scheme: "390",
              period: null,
              kind: null,
              profile: null,
              today: "2018-07-05",
            },
            personKey: personKeyOfTests,
            warehouseFolder: bench.installation.home.warehouseFolder,
            spillFolder: bench.installation.home.spillFolder,
          }),
        );
      }),
  },
  {
    codes: ["L-906"],
    what: "a disk without space",
    run: ({ installation }) =>
      refusals(() =>
        withWarehouse(installation.home, async () => {
          throw Object.assign(new Error(), { code: "ENOSPC" });
        }),
      ),
  },
];
