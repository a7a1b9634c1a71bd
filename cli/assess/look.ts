import { listAssessments } from "@/assessments/index";
import type { AssessmentView, IndicatorView } from "@/assessments/view";
import { readYear } from "@/cli/arguments/projection";
import { readArguments } from "@/cli/arguments/readArguments";
import type { CommandContext } from "@/cli/command";
import { readRegion } from "@/cli/load";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import { actualText, indicatorValue, pointsText, targetText } from "@/messages/indicatorValues";
import { traceText } from "@/messages/traceText";
import { headAsData, viewAsData } from "./asData";
import { reading, withView } from "./withView";

const words = messagesIn("zh-CN");
const { noValue } = words.shell;

/** `assess list`: whose, of when, by what, where it stands. */
export async function list(commandArguments: string[], context: CommandContext): Promise<number> {
  const { values } = readArguments(commandArguments, null, { region: { type: "string" }, year: { type: "string" } });
  const region = values.region === undefined ? null : readRegion(values.region);
  const filter = { region, year: readYear(values.year) };
  const views = await reading(context, (installation) => listAssessments(installation, filter));
  if (values.json) context.print(JSON.stringify(views.map(headAsData)));
  else for (const view of views) context.print(headLine(view));
  return 0;
}

/** `assess show ID`: every indicator, what is missing, what drifted. */
export async function show(commandArguments: string[], context: CommandContext): Promise<number> {
  return look(commandArguments, context, (view) => [
    headLine(view),
    ...view.sections.flatMap(({ name, points, indicators }) => [
      `${name}  ${points ? pointsText(points, words) : ""}`.trimEnd(),
      ...indicators.map((each) => `  ${indicatorLine(each)}`),
    ]),
    ...missingLines(view),
    ...driftLines(view),
    provisional(view),
  ]);
}

/** `assess score ID`: how the points of each indicator came about. */
export async function score(commandArguments: string[], context: CommandContext): Promise<number> {
  return look(commandArguments, context, (view) => [
    headLine(view),
    ...view.sections.flatMap(({ indicators }) =>
      indicators.map(({ indicator, scored }) => {
        const trace = traceText(scored, indicator, words) ?? words.indicators.notApplicable;
        const flags = scored.flags.map((flag) => words.scoringFlags[flag]);
        return [indicator.code, indicator.name, trace, ...flags].join("  ");
      }),
    ),
    provisional(view),
  ]);
}

async function look(
  commandArguments: string[],
  context: CommandContext,
  lines: (view: AssessmentView) => string[],
): Promise<number> {
  const { one, values } = readArguments(commandArguments, "编号", {});
  await withView(context, one, (view) => {
    if (values.json) context.print(JSON.stringify(viewAsData(view)));
    else for (const line of lines(view)) context.print(line);
  });
  return 0;
}

const provisional = ({ scored }: AssessmentView) =>
  scored.total ? words.indicators.provisional : words.indicators.provisionalValues;

/** demo-subsidy-2017  2017  示例县  已定稿  99.14分 优  城乡居民基本医疗保险补助（演示数据） */
function headLine({ assessment, region, scored }: AssessmentView): string {
  const total = scored.total ? [pointsText(scored.total, words), scored.grade ?? ""].join(" ").trimEnd() : noValue;
  const { id, year, state, head } = assessment;
  return [id, year, region.name, words.assessmentStates[state], total, head.project].join("  ");
}

function indicatorLine({ indicator, target, actual, scored, evidence, missing }: IndicatorView): string {
  const reached = actual ? actualText(actual, indicator, words) : noValue;
  const parts = [
    ...[indicator.code, indicator.name],
    target === null ? noValue : targetText(indicator, target, words),
    scored.applies ? reached : words.indicators.notApplicable,
    ...(scored.points ? [`${pointsText(scored.points, words)}/${scored.full}`] : []),
    ...scored.flags.map((flag) => words.scoringFlags[flag]),
    ...evidence.map(({ fileName }) => fileName),
    ...missing.map((code) => words.assessmentMissing[code]),
  ];
  return parts.join("  ");
}

export function missingLines({ missing, sections }: AssessmentView): string[] {
  if (missing.length === 0) return [];
  const nameOf = (code: string | null) =>
    sections.flatMap(({ indicators }) => indicators).find(({ indicator }) => indicator.code === code)?.indicator.name;
  return [
    fill(words.performancePages.lackTitle, { count: missing.length }),
    ...missing.map(
      ({ code, indicator }) =>
        `  ${nameOf(indicator) ?? words.performancePages.lackWhole}  ${words.assessmentMissing[code]}`,
    ),
  ];
}

function driftLines({ drift, sections }: AssessmentView): string[] {
  if (drift.length === 0) return [];
  const all = sections.flatMap(({ indicators }) => indicators);
  return [
    words.performancePages.drift,
    ...drift.map(({ indicator: code, frozen, now }) => {
      const { indicator } = all.find((each) => each.indicator.code === code)!;
      const shown = (value: string | null) => (value === null ? noValue : indicatorValue(value, indicator.unit, words));
      const version = (number: number) => fill(words.performancePages.driftVersion, { version: number });
      const [before, after] = [frozen, now].map(({ value, dataVersion }) => shown(value) + version(dataVersion));
      return `  ${indicator.name}  ${before} → ${after}`;
    }),
  ];
}
