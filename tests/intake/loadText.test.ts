import { expect, test } from "vitest";
import type { FileReport, Finding, LoadReport } from "@/domain/load";
import { findingLine, loadLines } from "@/intake/loadText";

const month = (name: string, casesAfter: string, payAfter: string) => ({
  month: name,
  cases_before: "8331",
  cases_after: casesAfter,
  pool_pay_before: "1334.93",
  pool_pay_after: payAfter,
});

test("months whose figures move stand one by one, the others together", () => {
  const nothing = { read: "0.00", accepted: "0.00", quarantined: "0.00", excluded: "0.00" };
  const rows = { read: 0, accepted: 0, quarantined: 0, excluded: 0 };
  const report = {
    files: [],
    findings: [],
    reconciliation: { rows, total_fee_amount: nothing, pool_pay_amount: nothing, balanced: true },
    changes: [
      month("2017-11", "8331", "1334.93"),
      month("2017-12", "8331", "1334.93"),
      month("2018-01", "8332", "1335.00"),
      month("2018-02", "8331", "1334.93"),
    ],
  } as unknown as LoadReport;
  const lines = loadLines({ loadId: "one", dataVersion: 1, state: "ready", unchanged: false, report });
  expect(lines.slice(-3)).toEqual([
    "发布后各月结算的变化：",
    "  2018-01：人次8331 → 8332，统筹基金支出1334.93 → 1335.00元",
    "  人次和统筹基金支出不变，归类或其他明细有变的月份：2017年11—12月、2018年2月。",
  ]);
});

test("a finding says where: of several files which, the column, the rows", () => {
  const finding: Finding = {
    ...{ code: "L-301", severity: "hold", file: "b.csv", column: "医疗费总额", rows: 2, total_fee_amount: null },
    ...{ first_rows: [7, 9], details: { rows: 2 } },
  };
  const files = ["a.csv", "b.csv"].map((file) => ({ file }) as FileReport);
  expect(findingLine(finding, files)).toMatch(/^ {2}待核 L-301 2行不是.*（b\.csv，“医疗费总额”列，第7行、第9行）$/);
  expect(findingLine(finding, files.slice(1))).toMatch(/（“医疗费总额”列，第7行、第9行）$/);
  expect(findingLine({ ...finding, column: null, first_rows: [] }, files.slice(1))).not.toContain("（“");
});
