import type { Decimal } from "@/domain/money";
import type { BridgeLine } from "@/domain/projection/bridge";
import type { MethodName } from "@/domain/projection/estimates";
import type { TrackRecord } from "@/figures/forecast/evidence";
import type { Forecast, PartCut } from "@/figures/forecast/forecast";
import { namesPoint } from "@/figures/forecast/outcome";
import { messagesIn } from "@/messages/index";
import { asData, fractionAsData } from "@/metrics/format";
import { flagsInWords, refusalInWords } from "@/reports/projection/flags";

const naming = { words: messagesIn("zh-CN"), language: "zh-CN" } as const;
const { words } = naming;
const memberNames = {
  tier: words.tiers,
  visit_class: words.visitClasses,
  hardship_status: words.hardshipStatuses,
} as const satisfies Record<PartCut, Record<string, string>>;
const nameOf = (cut: PartCut, member: string) => (memberNames[cut] as Record<string, string>)[member] ?? member;

const yuan = (value: Decimal | null) => asData(value, "yuan") ?? "—";
const share = (value: Decimal | number | null) => fractionAsData(value === null ? null : String(value)) ?? "—";

/** The forecast for people: one thing a line, `名称 值`, amounts in yuan. */
export function forecastAsLines(forecast: Forecast): string[] {
  const { dataVersion, region, year, through, projection, doubling } = forecast;
  const head = `${region}\t${year}\t截至 ${through ?? "—"}\t数据版本 ${dataVersion}`;
  if (!namesPoint(forecast)) {
    return [head, `已支出\t${yuan(projection.paid)}`, "全年预计\t—", ...refusalInWords(forecast, naming)];
  }
  const { point } = forecast;
  const interval = point.intervals[80];
  const { fund, parts, bridge } = point;
  return [
    head,
    `已支出\t${yuan(projection.paid)}`,
    `全年预计\t${yuan(point.printed.total)}\t80%区间 ${yuan(interval?.low ?? null)}～${yuan(interval?.high ?? null)}`,
    ...(fund
      ? [
          `可用基金\t${yuan(fund.available)}`,
          `超支\t${yuan(fund.overrun)}\t使用率 ${share(fund.use)}\t超支概率 ${share(fund.probability)}`,
        ]
      : []),
    ...(doubling ? [`简单翻倍\t${yuan(doubling.total)}\t使用率 ${share(doubling.use)}`] : []),
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
    `${years.length}年的证据\t${years.join(" ") || "—"}\t${lagReproduced ? "按当时已知的数据" : "未还原当时的数据"}`,
    ...whole.map(
      ({ knownMonths, meanError, hitRate, meanDoublingError }) =>
        `已知${knownMonths}个月\t误差 ${share(meanError)}\t80%区间命中 ${share(hitRate)}\t翻倍误差 ${share(meanDoublingError)}`,
    ),
  ];
}
