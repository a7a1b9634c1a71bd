import type { CommandContext } from "@/cli/command";
import { PlainError } from "@/domain/errors";
import { groupBy } from "@/domain/groupBy";
import { comparedMetrics, compareVersions, type VersionComparison } from "@/figures/compareVersions";
import { closeReader } from "@/figures/reader";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import { listChangeTexts } from "@/messages/listChange";
import { monthList } from "@/messages/monthList";
import { monthInWords } from "@/messages/period";

const words = messagesIn("zh-CN");

/** What differs between two versions, as the page of versions shows it. Throws PlainError Q-109 for what is no number. */
export async function compare(context: CommandContext, numbers: readonly string[], json: boolean): Promise<number> {
  const [one, other, ...rest] = numbers.map(versionNumber);
  if (one === undefined || other === undefined || rest.length > 0) {
    throw new PlainError("L-713", { name: "--compare 版本号 版本号" });
  }
  const installation = await context.installation();
  try {
    const comparison = await compareVersions(installation, { one, other });
    if (json) context.print(JSON.stringify({ one, other, ...comparison }));
    else for (const line of asLines(comparison, one, other)) context.print(line);
    return 0;
  } finally {
    await closeReader(installation.home);
  }
}

/** A version as typed. Throws PlainError Q-109. */
export function versionNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new PlainError("Q-109", { text });
  return Number(text);
}

function asLines({ settlements, reclassified, lists }: VersionComparison, one: number, other: number): string[] {
  const { dataPages: texts, shell, schemes, listChanges, commandLine } = words;
  const labelOf = (id: string) => comparedMetrics.find((metric) => metric.id === id)!.label.zh;
  const heading = fill(texts.compareHeading, { one, other });
  if (settlements.length + reclassified.length + lists.length === 0) return [heading, texts.compareSame];
  return [
    heading,
    ...settlements.map(({ region, scheme, month, metric, ...values }) =>
      fill(commandLine.changeLine, {
        what: [region, monthInWords(month, "zh-CN"), schemes[scheme] ?? scheme, labelOf(metric)].join(shell.and),
        before: values.one ?? shell.noValue,
        after: values.other ?? shell.noValue,
      }),
    ),
    ...[...groupBy(reclassified, ({ region }) => region)].map(([region, places]) => {
      const months = places.map(({ month }) => month);
      return fill(texts.compareReclassified, { months: `${region} ${monthList(months, "zh-CN")}` });
    }),
    ...(lists.length > 0 ? [listChanges.title] : []),
    ...lists.flatMap((change) => listChangeTexts(change, "zh-CN").map((text) => `  ${change.region}${text}`)),
  ];
}
