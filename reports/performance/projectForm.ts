import type { AssessmentView, IndicatorView } from "@/assessments/view";
import { decimal } from "@/domain/money";
import type { FormBlock, FormCell, OfficialForm } from "@/domain/officialForm";
import type { BudgetRow, BudgetSource } from "@/domain/projectBudget";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";
import type { Language } from "@/messages/language";
import { amount, label, marks, none, points, rate, text, type Writing } from "./cells";
import { formOf } from "./frame";
import { actualCell, indicatorRows, sectionsWith, targetCell } from "./indicatorRows";
import { indicatorNotes, isScaled, rateNote, resultNotes, roundingNotes } from "./notes";

/** 标签, 一级, 二级, 三级, 年度指标值, 实际完成值, 分值, 得分, 偏差原因. */
const widths = [8, 9, 10, 18, 13, 14, 7, 9, 24];
const sources: readonly BudgetSource[] = ["this_year", "carried_over", "other"];

/**
 * ① 项目支出绩效自评表: money with the points of its execution, the goal, the indicators with their points. For an
 * enrolment campaign the same without money.
 */
export function projectForm(view: AssessmentView, words: Messages, language: Language): OfficialForm {
  const writing = { words, language };
  const { project } = words.forms;
  const isCampaign = view.rubric.form === "campaign";
  return formOf(view, writing, {
    id: "project",
    title: isCampaign ? project.campaignTitle : project.title,
    orientation: "portrait",
    widths,
    blocks: [
      headBlock(view, writing),
      ...(isCampaign ? [] : [moneyBlock(view, writing)]),
      goalBlock(view, writing),
    ].concat(indicatorBlock(view, writing)),
    notes: [
      ...resultNotes(view, writing),
      ...rateNote(view, writing),
      ...indicatorNotes(view, writing),
      ...roundingNotes(view, writing),
    ],
  });
}

function headBlock({ assessment }: AssessmentView, { words }: Writing): FormBlock {
  const { head } = words.forms;
  const { project, department, unit } = assessment.head;
  return {
    id: "head",
    rows: [
      [label(head.project, { columns: 2 }), text(project, { columns: 7 })],
      [
        label(head.department, { columns: 2 }),
        text(department, { columns: 3 }),
        label(head.unit, { columns: 2 }),
        text(unit, { columns: 2 }),
      ],
    ],
  };
}

/** 项目资金: its points stand in the total row only. */
function moneyBlock(view: AssessmentView, writing: Writing): FormBlock {
  const { budget, assessment } = view;
  const { forms } = writing.words;
  const { project } = forms;
  const execution = view.sections.flatMap(({ indicators }) => indicators).find(isExecution);
  const total: FormCell[] = [
    label(forms.total, { columns: 2 }),
    amount(budget?.opening ?? null, writing, { strong: true }),
    amount(budget?.adjusted ?? null, writing, { strong: true }),
    amount(budget?.executed ?? null, writing, { strong: true }),
    ...marksAndPoints(execution, writing, rate(executionRate(view), { strong: true })),
  ];
  const parts = sources.map((source, index): FormCell[] => {
    const row = assessment.budget.rows.find((each) => each.source === source);
    const own = writing.words.budgetSources[source];
    return [
      label(index === 0 ? fill(forms.ofWhich, { name: own }) : own, { columns: 2 }),
      amount(row?.opening ?? null, writing),
      amount(row?.adjusted ?? null, writing),
      amount(row?.executed ?? null, writing),
      none(writing),
      rate(row ? rateOf(row) : null),
      none(writing),
    ];
  });
  const header = [project.opening, project.adjusted, project.executed, project.marks, project.rate, project.points];
  return {
    id: "money",
    rows: [
      [
        label(project.money, { rows: 2 + parts.length }),
        label("", { columns: 2 }),
        ...header.map((each) => label(each)),
      ],
      total,
      ...parts,
    ],
  };
}

const isExecution = ({ indicator }: IndicatorView) => indicator.scoring.rule === "budget_execution";

const executionRate = ({ budget }: AssessmentView) => {
  const own = budget?.rates[budget.base] ?? null;
  return own === null ? null : decimal(own);
};

const rateOf = ({ adjusted, executed }: BudgetRow) =>
  decimal(adjusted).isZero() ? null : decimal(executed).div(decimal(adjusted));

/** 分值, what stands between, 得分. */
function marksAndPoints(view: IndicatorView | undefined, writing: Writing, between: FormCell): FormCell[] {
  const full = view?.scored.full ?? null;
  const own = view?.scored.points ?? null;
  return [
    full === null ? none(writing) : marks(full, { strong: true }),
    between,
    own === null ? none(writing) : points(own, writing, { strong: true }),
  ];
}

function goalBlock({ assessment }: AssessmentView, { words }: Writing): FormBlock {
  const { project } = words.forms;
  return {
    id: "goal",
    rows: [
      [
        label(project.goal, { rows: 2 }),
        label(project.expected, { columns: 4 }),
        label(project.achieved, { columns: 4 }),
      ],
      [text(assessment.goal.expected, { columns: 4 }), text(assessment.goal.achieved, { columns: 4 })],
    ],
  };
}

/** 绩效指标: the marks of the rubric, then what the bonus adds. */
function indicatorBlock(view: AssessmentView, writing: Writing): FormBlock[] {
  const { project, levels } = writing.words.forms;
  const { scored, rubric } = view;
  const shown = sectionsWith(view.sections, (each) => !isExecution(each));
  const header = [levels.first, levels.second, levels.third, project.target, project.actual];
  const own = indicatorRows(
    shown.filter(({ bonus }) => !bonus),
    (each) => scoredCells(each, writing),
  );
  const extra = indicatorRows(
    shown.filter(({ bonus }) => bonus),
    (each) => scoredCells(each, writing),
  );
  const sumRow = (title: string, full: string | null, own: AssessmentView["scored"]["base"]): FormCell[] => [
    label(title, { columns: 6 }),
    full === null ? none(writing) : marks(full, { strong: true }),
    own === null ? none(writing) : points(own, writing, { strong: true }),
    text(""),
  ];
  const most = rubric.convertedTo ?? rubric.marks ?? null;
  const sums = isScaled(scored)
    ? [sumRow(project.applying, scored.full, scored.base), sumRow(project.scaledSum, most, scored.scaled)]
    : [sumRow(project.sum, most, scored.scaled)];
  const [first, ...others] = extra;
  return [
    {
      id: "indicators",
      repeated: 1,
      rows: [
        [
          label(project.indicators, { rows: 1 + own.length }),
          ...[...header, project.marks, project.points, project.reason].map((each) => label(each)),
        ],
        ...own,
      ],
    },
    { id: "sum", rows: sums },
    ...(first
      ? [
          { id: "bonus", rows: [[label("", { rows: extra.length }), ...first], ...others] },
          { id: "bonus_sum", rows: [sumRow(project.bonusSum, null, scored.total)] },
        ]
      : []),
  ];
}

/** What stands behind 三级指标 in a form that has points. */
function scoredCells(view: IndicatorView, writing: Writing): FormCell[] {
  const { full, points: own } = view.scored;
  return [
    targetCell(view, writing),
    actualCell(view, writing),
    full === null ? none(writing) : marks(full),
    own === null ? none(writing) : points(own, writing),
    text(view.reason ?? ""),
  ];
}
