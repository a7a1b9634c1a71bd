import type { Finding } from "@/domain/load";
import { namesOf } from "../workbook/chooseSheets";
import { toYuan } from "./cents";
import type { Bucket, StagedFile } from "./fileOutcome";
import { monthField } from "./stageCoverage";

/** How many rows a finding names. */
export const shownRows = 5;

/** Why rows of a file were held, excluded or remarked upon, and what was left out of it or never read. */
export function findingsOf(file: StagedFile, buckets: readonly Bucket[]): Finding[] {
  const found = new Map<string, Finding & { fee: bigint }>();
  const add = (reason: string, severity: Finding["severity"], bucket: Bucket) => {
    const [code, field = ""] = reason.split("|") as [string, string?];
    const key = `${severity} ${reason}`;
    const known = found.get(key);
    const finding = known ?? {
      code,
      severity,
      file: file.name,
      column: file.mapping.columns.get(field)?.header ?? null,
      rows: 0,
      total_fee_amount: null,
      first_rows: [],
      details: {},
      fee: 0n,
    };
    finding.rows += bucket.rows;
    finding.fee += bucket.fee;
    finding.first_rows = [...finding.first_rows, ...bucket.firstRows].sort((a, b) => a - b).slice(0, shownRows);
    if (file.kind === "settlements" && bucket.unreadable === 0) finding.total_fee_amount = toYuan(finding.fee);
    found.set(key, finding);
  };
  for (const bucket of buckets) {
    if (bucket.reason) add(bucket.reason, bucket.outcome === "excluded" ? "exclude" : "hold", bucket);
    else if (bucket.late) add(`L-123|${monthField(file.kind)}`, "warn", bucket);
    for (const warning of bucket.warnings) add(warning, "warn", bucket);
  }
  const rows = file.table.rows + file.table.ragged.length;
  const order = { refuse: 0, hold: 1, exclude: 2, warn: 3 };
  const findings = [...found.values()].map(({ fee: _, ...finding }) => ({
    ...finding,
    details: { rows: finding.rows, amount: finding.total_fee_amount ?? "—", ...detailsOf(finding, file, rows) },
  }));
  return [...findings, ...tableFindings(file)].sort(
    (a, b) => order[a.severity] - order[b.severity] || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}

function detailsOf({ code, rows }: Finding, { table, mapping }: StagedFile, read: number): Finding["details"] {
  if (code === "L-207") return { cells: table.ragged[0]!.cells, expected: mapping.header.length };
  // Cut, not rounded: 100% is said only where every row passes.
  if (code === "L-310") return { pass_rate: `${(Math.floor(((read - rows) * 10_000) / read) / 100).toFixed(2)}%` };
  return {};
}

/** What was left out of the table or never read. */
function tableFindings({ name, table, mapping, notes, droppedBytes, unreadTotals }: StagedFile): Finding[] {
  const warn = (
    code: string,
    rows: readonly number[],
    details: Finding["details"] = {},
    count = rows.length,
  ): Finding => ({
    code,
    severity: "warn",
    file: name,
    column: null,
    rows: count,
    total_fee_amount: null,
    first_rows: rows.slice(0, shownRows),
    details: { rows: count, ...details },
  });
  return [
    ...(table.repeatedHeaders.length > 0 ? [warn("L-208", table.repeatedHeaders)] : []),
    ...(table.loneTexts.length > 0 ? [warn("L-218", table.loneTexts)] : []),
    ...(table.asides.length > 0 ? [warn("L-219", table.asides)] : []),
    ...(unreadTotals.length > 0
      ? [warn("L-217", [table.totals.at(-1)!.row], { columns: unreadTotals.join("、") })]
      : []),
    ...(droppedBytes > 0 ? [warn("L-204", [], {}, droppedBytes)] : []),
    ...(notes && notes.unreadSheets.length > 0
      ? [
          warn("L-137", [], {
            sheets: namesOf(notes.sheets.map(({ name }) => name)),
            unread: namesOf(notes.unreadSheets),
          }),
        ]
      : []),
    ...(notes && notes.hiddenRows.length > 0 ? [warn("L-115", notes.hiddenRows)] : []),
    ...(notes && notes.formulas > 0 ? [warn("L-315", [], {}, notes.formulas)] : []),
    ...(mapping.nameless.length > 0 ? [warn("L-223", [], { columns: mapping.nameless.join("、") })] : []),
    ...(mapping.unused.length > 0 ? [warn("L-211", [], { columns: mapping.unused.join("、") })] : []),
  ];
}
