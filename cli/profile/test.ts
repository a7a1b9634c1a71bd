import { readProfileChoice } from "@/cli/arguments/profile";
import { inputFile, needed, readArguments } from "@/cli/arguments/readArguments";
import type { CommandContext } from "@/cli/command";
import { readPeriod, readRegion, readScheme } from "@/cli/load";
import { PlainError } from "@/domain/errors";
import type { LoadReport } from "@/domain/load";
import { listProfiles, rehearse, type Trial, type TrialRequest, tryProfile } from "@/etl/index";
import { findingLine } from "@/intake/index";
import { plainText } from "@/messages/plainText";
import { dataPages } from "@/messages/zh-CN/data";
import { mappingPages } from "@/messages/zh-CN/mapping";

/** `profile test FILE --profile P`: what would become of the first rows and of the whole file; nothing is published. */
export async function test(commandArguments: string[], context: CommandContext): Promise<number> {
  const { one, values } = readArguments(commandArguments, "文件", {
    profile: { type: "string" },
    region: { type: "string" },
    scheme: { type: "string", default: "390" },
    period: { type: "string" },
    rows: { type: "string", default: "50" },
  });
  const region = readRegion(values.region);
  const installation = await context.installation();
  const { profile: name, described } = await readProfileChoice(needed(values.profile, "profile"));
  const saved = (await listProfiles(installation.database, region)).map(({ value }) => value);
  const profile = [...described, ...saved].find((each) => each.name === name);
  if (!profile) throw new PlainError("F-110", { name: name ?? "" });
  if (!/^\d{1,4}$/.test(values.rows)) throw new PlainError("L-713", { name: "rows" });
  const request: TrialRequest = {
    ...{ file: inputFile(one), profile, region, scheme: readScheme(values.scheme), now: context.now() },
    period: values.period === undefined ? null : readPeriod(values.period),
  };
  const report = await rehearse(installation, request);
  const refused = report.findings.filter(({ severity }) => severity === "refuse");
  const isUnread = report.files.every(({ rows_read }) => rows_read === 0);
  const trial = isUnread
    ? { fields: [], rows: [], codes: [] }
    : await tryProfile(installation, request, Number(values.rows));
  if (values.json) context.print(JSON.stringify({ ...trial, report }));
  else for (const line of lines(trial, report)) context.print(line);
  for (const { code, details } of refused) context.warn(`${code} ${plainText(code, details)}`);
  return refused.length > 0 ? 2 : 0;
}

function lines({ rows, codes }: Trial, report: LoadReport): string[] {
  const { outcomes, unclassified } = mappingPages;
  return [
    ...report.files.map(
      (file) =>
        `${file.file}：${dataPages.rowsRead} ${file.rows_read}，${dataPages.accepted} ${file.accepted}，` +
        `${dataPages.held} ${file.quarantined}，${dataPages.excluded} ${file.excluded}`,
    ),
    ...report.findings.map((finding) => findingLine(finding, report.files)),
    ...codes.flatMap(({ header, codes: values }) =>
      values
        .filter(({ known }) => !known)
        .map(({ value, rows: count }) => `  ${header} ${value}：${unclassified}（${count}）`),
    ),
    ...rows.map(({ row, outcome, reasons, values }) => {
      const read = Object.values(values).map((value) => value ?? "—");
      const why = reasons.map(({ code, column }) => `${code}${column ? ` ${column}` : ""}`);
      return `  ${row}  ${outcomes[outcome]}  ${[...read, ...why].join("  ")}`;
    }),
  ];
}
