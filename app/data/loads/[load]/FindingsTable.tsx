import { numberHeads, ScrollTable } from "@/components/ScrollTable";
import { Typed } from "@/components/Typed";
import { type FileReport, type Finding, placeOfRow } from "@/domain/load";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";
import type { Language } from "@/messages/language";
import { count, yuan } from "@/messages/numbers";
import { plainText } from "@/messages/plainText";

const order: readonly Finding["severity"][] = ["refuse", "hold", "exclude", "warn"];

/** Why rows were refused, held, excluded or remarked upon, in words, with the first rows to look at. */
export function FindingsTable(props: {
  findings: readonly Finding[];
  files: readonly FileReport[];
  words: Messages;
  language: Language;
}) {
  const { findings, files, words, language } = props;
  const { dataPages: texts, shell } = words;
  const several = new Set(findings.map(({ file }) => file)).size > 1;
  const sheets = new Map(files.map((file) => [file.file, file.sheets]));
  const rowText = (finding: Finding, number: number) => {
    const { sheet, row } = placeOfRow(sheets.get(finding.file), number);
    return sheet === null ? fill(texts.rowNumber, { row }) : fill(texts.rowOfSheet, { sheet, row });
  };
  const sorted = [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return (
    <section className="section" aria-labelledby="findings">
      <h2 id="findings" className="heading">
        {texts.findingsTitle}
      </h2>
      {findings.length === 0 ? (
        <p className="text-quiet">{texts.noFindings}</p>
      ) : (
        <ScrollTable
          label={texts.findingsTitle}
          heads={[
            texts.severity,
            texts.reason,
            ...(several ? [texts.fileName] : []),
            texts.column,
            ...numberHeads([texts.affectedRows, texts.affectedFee]),
            texts.firstRows,
          ]}
        >
          {sorted.map((finding) => (
            <tr key={[finding.file, finding.severity, finding.code, finding.column, finding.details.month].join(" ")}>
              <td>
                <span
                  className={finding.severity === "hold" || finding.severity === "refuse" ? "badge strong" : "badge"}
                >
                  {texts.severities[finding.severity]}
                </span>
              </td>
              <th scope="row" className="wrap reason">
                {plainText(finding.code, finding.details, language)} <code className="note">{finding.code}</code>
              </th>
              {several && (
                <td>
                  <Typed text={finding.file} />
                </td>
              )}
              <td>{finding.column ?? ""}</td>
              <td className="number">{count(String(finding.rows))}</td>
              <td className="number">
                {finding.total_fee_amount === null ? shell.noValue : yuan(finding.total_fee_amount, "table")}
              </td>
              <td className="wrap">
                {finding.first_rows.map((row, index) => (
                  <span key={row} className="whitespace-nowrap">
                    {index > 0 && shell.and}
                    {rowText(finding, row)}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </section>
  );
}
