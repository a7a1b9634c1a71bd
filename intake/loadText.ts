import {
  type FileReport,
  type Finding,
  type LoadReport,
  type LoadState,
  movesFigures,
  placeOfRow,
} from "@/domain/load";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import type { Language } from "@/messages/language";
import { listChangeTexts } from "@/messages/listChange";
import { monthList } from "@/messages/monthList";
import { plainText } from "@/messages/plainText";

/** A load as reading it, or publishing it at once, has left it. */
export interface LoadOutcome {
  readonly loadId: string;
  readonly dataVersion: number;
  readonly state: LoadState;
  readonly unchanged: boolean;
  readonly report: LoadReport;
}

/** The outcome as one JSON object, for programs. */
export function loadData({ loadId, dataVersion, state, unchanged, report }: LoadOutcome) {
  return { load_id: loadId, data_version: dataVersion, state, unchanged, ...report };
}

/** The outcome in lines of text: files, findings with their first rows, reconciliation, changes by month and of lists. */
export function loadLines(
  { loadId, dataVersion, state, unchanged, report }: LoadOutcome,
  language: Language = "zh-CN",
) {
  const { dataPages, receipt, shell } = messagesIn(language);
  const headline = fill(receipt.headline, { load: loadId, state: dataPages.states[state], version: dataVersion });
  if (unchanged) return [headline];
  const { rows, balanced, total_fee_amount: fee } = report.reconciliation;
  const files = report.files.map((file) =>
    fill(receipt.fileLine, {
      file: file.file,
      kind: file.kind ? dataPages.kinds[file.kind] : shell.noValue,
      read: file.rows_read,
      accepted: file.accepted,
      late: file.late,
      held: file.quarantined,
      excluded: file.excluded,
    }),
  );
  const changes = report.changes.filter(movesFigures).map((change) =>
    fill(receipt.changeLine, {
      month: change.month,
      casesBefore: change.cases_before,
      casesAfter: change.cases_after,
      poolBefore: change.pool_pay_before,
      poolAfter: change.pool_pay_after,
    }),
  );
  const within = report.changes.filter((change) => !movesFigures(change)).map(({ month }) => month);
  if (within.length > 0) changes.push(`  ${fill(dataPages.changesWithin, { months: monthList(within, language) })}`);
  const lists = (report.list_changes ?? []).flatMap((change) => listChangeTexts(change, language));
  return [
    headline,
    ...files,
    ...report.findings.map((finding) => findingLine(finding, report.files, language)),
    fill(receipt.reconciliation, {
      ...{ read: rows.read, accepted: rows.accepted, held: rows.quarantined, excluded: rows.excluded },
      ...{ fee: fee.read, feeAccepted: fee.accepted, feeHeld: fee.quarantined, feeExcluded: fee.excluded },
      balanced: balanced ? dataPages.yes : dataPages.no,
    }),
    ...(changes.length > 0 ? [receipt.changes, ...changes] : []),
    ...(lists.length > 0 ? [receipt.listChanges, ...lists] : []),
  ];
}

/** One finding: how it was dealt with, its code and words, and where: the file of several, the column, the first rows. */
export function findingLine(finding: Finding, files: readonly FileReport[], language: Language = "zh-CN"): string {
  const { code, severity, file, column, details, first_rows } = finding;
  const { dataPages, receipt, shell } = messagesIn(language);
  const sheets = files.find((report) => report.file === file)?.sheets;
  const rows = first_rows.map((number) => {
    const { sheet, row } = placeOfRow(sheets, number);
    return fill(sheet === null ? dataPages.rowNumber : dataPages.rowOfSheet, { sheet: sheet ?? "", row });
  });
  const text = plainText(code, details, language);
  const places = [
    ...(files.length > 1 ? [file] : []),
    ...(column !== null && !text.includes(column) ? [fill(receipt.findingColumn, { column })] : []),
    ...(rows.length > 0 ? [rows.join(shell.and)] : []),
  ];
  const place = places.length > 0 ? fill(receipt.findingPlace, { place: places.join(receipt.between) }) : "";
  return fill(receipt.findingLine, { severity: dataPages.severities[severity], code, text, place });
}
