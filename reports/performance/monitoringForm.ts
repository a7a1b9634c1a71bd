import type { MonitoredIndicator, Monitoring } from "@/assessments/monitoring";
import type { AssessmentView, IndicatorView } from "@/assessments/view";
import { type DeviationCause, deviationCauses } from "@/domain/assessment";
import { decimal } from "@/domain/money";
import type { FormBlock, FormCell, OfficialForm } from "@/domain/officialForm";
import { parsePeriod } from "@/domain/period";
import { exactNumber } from "@/domain/scoring/checkActual";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";
import { indicatorValue } from "@/messages/indicatorValues";
import type { Language } from "@/messages/language";
import { monthsInWords } from "@/messages/period";
import { amount, label, rate, text, value, type Writing } from "./cells";
import { formOf } from "./frame";
import { actualCell, indicatorRows, targetCell } from "./indicatorRows";
import { notApplicableNote } from "./notes";

/** 一级, 二级, 三级, 年度指标值, 1—×月执行情况, 全年预计, five causes, 完成目标可能性, 备注. */
const widths = [11, 12, 26, 15, 15, 17, 5, 5, 5, 5, 5, 12, 24];

/**
 * ③ 绩效运行监控表: how far each target is by the month that the data reach, what the year will come to, and why not.
 * 全年预计完成情况 and the light stand as entered, else as `monitoring` suggests them.
 */
export function monitoringForm(
  view: AssessmentView,
  monitoring: Monitoring,
  words: Messages,
  language: Language,
): OfficialForm {
  const writing = { words, language };
  const { forms } = words;
  return formOf(view, writing, {
    id: "monitoring",
    title: forms.monitoring.title,
    orientation: "landscape",
    widths,
    blocks: [headBlock(view, writing), moneyBlock(view, writing), indicatorBlock(view, monitoring, writing)],
    notes: [{ text: forms.notes.expected }, ...notApplicableNote(view, writing)],
  });
}

/** 1—6月: the months of the year that the data reach. */
const monthsOf = ({ data }: AssessmentView, { language }: Writing) =>
  monthsInWords(parsePeriod(data.period)!, language);

function headBlock({ assessment }: AssessmentView, { words }: Writing): FormBlock {
  const { head } = words.forms;
  const { project, department, unit } = assessment.head;
  return {
    id: "head",
    rows: [
      [
        label(head.project),
        text(project, { columns: 2 }),
        label(head.department),
        text(department, { columns: 2 }),
        label(head.unit, { columns: 3 }),
        text(unit, { columns: 4 }),
      ],
    ],
  };
}

/** 双监控: the execution of the budget beside the indicators. */
function moneyBlock(view: AssessmentView, writing: Writing): FormBlock {
  const { monitoring } = writing.words.forms;
  const { budget } = view;
  const own = budget?.rates[budget.base] ?? null;
  return {
    id: "money",
    rows: [
      [
        label(monitoring.money, { columns: 3 }),
        label(monitoring.adjusted),
        amount(budget?.adjusted ?? null, writing),
        label(fill(monitoring.executed, { months: monthsOf(view, writing) })),
        amount(budget?.executed ?? null, writing, { columns: 4 }),
        label(monitoring.rate, { columns: 2 }),
        rate(own === null ? null : decimal(own)),
      ],
    ],
  };
}

function indicatorBlock(view: AssessmentView, { indicators }: Monitoring, writing: Writing): FormBlock {
  const { words } = writing;
  const { levels, monitoring } = words.forms;
  const tall = { rows: 2 };
  return {
    id: "indicators",
    repeated: 2,
    rows: [
      [
        ...[levels.first, levels.second, levels.third, monitoring.target].map((each) => label(each, tall)),
        label(fill(monitoring.actual, { months: monthsOf(view, writing) }), tall),
        label(monitoring.expected, tall),
        label(monitoring.causes, { columns: deviationCauses.length }),
        label(monitoring.chance, tall),
        label(monitoring.remark, tall),
      ],
      deviationCauses.map((cause) => label(words.deviationCauses[cause])),
      ...indicatorRows(view.sections, (each) =>
        monitoredCells(
          each,
          indicators.find(({ code }) => code === each.indicator.code),
          writing,
        ),
      ),
    ],
  };
}

/** What stands behind 三级指标: the values, a tick under the cause, the light, the remark. */
function monitoredCells(view: IndicatorView, seen: MonitoredIndicator | undefined, writing: Writing): FormCell[] {
  const { words } = writing;
  const { monitoring: entered, indicator } = view;
  const outlook = entered?.expected ?? seen?.expected?.value;
  const chance = entered?.chance ?? seen?.suggested?.chance;
  const ticked = (cause: DeviationCause) => (entered?.cause === cause ? words.forms.monitoring.ticked : "");
  return [
    targetCell(view, writing),
    actualCell(view, writing),
    value(
      outlook !== undefined && exactNumber.test(outlook)
        ? indicatorValue(outlook, indicator.unit, words)
        : (outlook ?? ""),
    ),
    ...deviationCauses.map((cause) => value(ticked(cause))),
    value(chance ? words.attainmentChances[chance] : ""),
    text(entered?.remark ?? ""),
  ];
}
