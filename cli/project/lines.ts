import type { Decimal } from "@/domain/money";
import type { BridgeLine } from "@/domain/projection/bridge";
import type { MethodName } from "@/domain/projection/estimates";
import type { TrackRecord } from "@/figures/forecast/evidence";
import type { Forecast, PartCut } from "@/figures/forecast/forecast";
import { namesPoint } from "@/figures/forecast/outcome";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import { asData, fractionAsData } from "@/metrics/format";
import { flagsInWords, refusalInWords } from "@/reports/projection/flags";

const naming = { words: messagesIn("zh-CN"), language: "zh-CN" } as const;
const { words } = naming;
const { commandLine: texts, shell } = words;
const memberNames = {
  tier: words.tiers,
  visit_class: words.visitClasses,
  hardship_status: words.hardshipStatuses,
} as const satisfies Record<PartCut, Record<string, string>>;
const nameOf = (cut: PartCut, member: string) => (memberNames[cut] as Record<string, string>)[member] ?? member;

const yuan = (value: Decimal | null) => asData(value, "yuan") ?? shell.noValue;
const share = (value: Decimal | number | null) =>
  fractionAsData(value === null ? null : String(value)) ?? shell.noValue;

/** The forecast for people: one thing a line, `名称 值`, amounts in yuan. */
export function forecastAsLines(forecast: Forecast): string[] {
  const { dataVersion, region, year, through, projection, doubling } = forecast;
  const head = [
    region,
    year,
    fill(texts.through, { month: through ?? shell.noValue }),
    fill(texts.dataVersion, { version: dataVersion }),
  ].join("\t");
  const paid = `${texts.paid}\t${yuan(projection.paid)}`;
  if (!namesPoint(forecast)) {
    return [head, paid, `${texts.wholeYear}\t${shell.noValue}`, ...refusalInWords(forecast, naming)];
  }
  const { point } = forecast;
  const interval = point.intervals[80];
  const { fund, parts, bridge } = point;
  return [
    head,
    paid,
    [
      texts.wholeYear,
      yuan(point.printed.total),
      fill(texts.interval, { low: yuan(interval?.low ?? null), high: yuan(interval?.high ?? null) }),
    ].join("\t"),
    ...(fund
      ? [
          `${texts.availableFund}\t${yuan(fund.available)}`,
          [
            texts.overrun,
            yuan(fund.overrun),
            fill(texts.useRate, { share: share(fund.use) }),
            fill(texts.overrunProbability, { share: share(fund.probability) }),
          ].join("\t"),
        ]
      : []),
    ...(doubling
      ? [[texts.doubling, yuan(doubling.total), fill(texts.useRate, { share: share(doubling.use) })].join("\t")]
      : []),
    ...Object.entries(forecast.projection.methods).map(
      ([name, said]) => `  ${words.projectionWords.methods[name as MethodName]}\t${yuan(said)}`,
    ),
    ...parts.parts.map(({ key, printed }) => `  ${nameOf(parts.by, key)}\t${yuan(printed)}`),
    ...(bridge
      ? Object.entries(bridge.lines).map(
          ([line, amount]) => `  ${words.projectionWords.lines[line as BridgeLine]}\t${yuan(amount)}`,
        )
      : []),
    ...flagsInWords(forecast, naming),
  ];
}

/** A track record for people: one line for each number of known months. */
export function recordAsLines({ years, whole, lagReproduced }: TrackRecord): string[] {
  return [
    [
      fill(texts.evidence, { count: years.length }),
      years.join(" ") || shell.noValue,
      lagReproduced ? texts.asKnownThen : texts.notAsKnownThen,
    ].join("\t"),
    ...whole.map(({ knownMonths, meanError, hitRate, meanDoublingError }) =>
      [
        fill(texts.knownMonths, { count: knownMonths }),
        fill(texts.error, { share: share(meanError) }),
        fill(texts.hitRate, { share: share(hitRate) }),
        fill(texts.doublingError, { share: share(meanDoublingError) }),
      ].join("\t"),
    ),
  ];
}
