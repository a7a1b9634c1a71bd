import type { AssessmentView } from "@/assessments/view";
import { fundManagementTopics } from "@/domain/assessment";
import { decimal } from "@/domain/money";
import type { FormBlock, FormCell, OfficialForm } from "@/domain/officialForm";
import type { BudgetSource } from "@/domain/projectBudget";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";
import type { Language } from "@/messages/language";
import { amount, label, rate, text, type Writing } from "./cells";
import { formOf } from "./frame";
import { actualCell, indicatorRows, targetCell } from "./indicatorRows";
import { indicatorNotes, roundingNotes } from "./notes";

/** 标签, 一级, 二级, 三级, 指标值, 全年实际完成值, 未完成原因和改进措施. */
const widths = [6, 10, 11, 22, 16, 16, 29];
const sources: readonly BudgetSource[] = ["central", "local", "other"];

/** ② 转移支付区域（项目）绩效目标自评表, of the three central funds: it knows no points, and none are shown. */
export function transferForm(view: AssessmentView, words: Messages, language: Language): OfficialForm {
  const writing = { words, language };
  return formOf(view, writing, {
    id: "transfer",
    title: words.forms.transfer.title,
    orientation: "portrait",
    widths,
    blocks: [
      headBlock(view, writing),
      moneyBlock(view, writing),
      managementBlock(view, writing),
      goalBlock(view, writing),
      indicatorBlock(view, writing),
      {
        id: "remark",
        rows: [[label(words.forms.transfer.remark), text(view.assessment.remark ?? "", { columns: 6 })]],
      },
    ],
    notes: [...indicatorNotes(view, writing), ...roundingNotes(view, writing)],
  });
}

function headBlock({ assessment }: AssessmentView, { words }: Writing): FormBlock {
  const { head } = words.forms;
  const { project, centralDepartment = "", department, unit } = assessment.head;
  return {
    id: "head",
    rows: [
      [label(head.transfer, { columns: 3 }), text(project, { columns: 4 })],
      [
        label(head.centralDepartment, { columns: 3 }),
        text(centralDepartment),
        label(head.localDepartment),
        text(department, { columns: 2 }),
      ],
      [label(head.userUnit, { columns: 3 }), text(unit, { columns: 4 })],
    ],
  };
}

/** 资金投入情况; 彩票公益金 where the fund has some: medical aid. */
function moneyBlock({ assessment, budget }: AssessmentView, writing: Writing): FormBlock {
  const { forms, budgetSources } = writing.words;
  const { transfer } = forms;
  const { rows } = assessment.budget;
  const listed = rows.some(({ source }) => source === "lottery") ? [...sources, "lottery" as const] : sources;
  const parts = listed.map((source, index): FormCell[] => {
    const row = rows.find((each) => each.source === source);
    const own = budgetSources[source];
    return [
      label(index === 0 ? fill(forms.ofWhich, { name: own }) : own, { columns: 2 }),
      ...executionCells(row ?? null, writing),
    ];
  });
  return {
    id: "money",
    rows: [
      [
        label(transfer.money, { rows: 2 + parts.length }),
        label("", { columns: 2 }),
        label(transfer.adjusted),
        label(transfer.executed, { columns: 2 }),
        label(transfer.rate),
      ],
      [label(forms.total, { columns: 2 }), ...executionCells(budget, writing, { strong: true })],
      ...parts,
    ],
  };
}

/** A, B, B/A. */
function executionCells(
  row: { readonly adjusted: string; readonly executed: string } | null,
  writing: Writing,
  kind: { readonly strong?: true } = {},
): FormCell[] {
  const share = row && !decimal(row.adjusted).isZero() ? decimal(row.executed).div(decimal(row.adjusted)) : null;
  return [
    amount(row?.adjusted ?? null, writing, kind),
    amount(row?.executed ?? null, writing, { ...kind, columns: 2 }),
    rate(share, kind),
  ];
}

function managementBlock({ assessment }: AssessmentView, { words }: Writing): FormBlock {
  const { transfer } = words.forms;
  const written = fundManagementTopics.map((topic): FormCell[] => {
    const row = assessment.management?.find((each) => each.topic === topic);
    return [
      label(words.fundManagementTopics[topic], { columns: 2 }),
      text(row?.situation ?? "", { columns: 3 }),
      text(row?.problems ?? ""),
    ];
  });
  return {
    id: "management",
    rows: [
      [
        label(transfer.management, { rows: 1 + written.length }),
        label("", { columns: 2 }),
        label(transfer.situation, { columns: 3 }),
        label(transfer.problems),
      ],
      ...written,
    ],
  };
}

function goalBlock({ assessment }: AssessmentView, { words }: Writing): FormBlock {
  const { transfer } = words.forms;
  return {
    id: "goal",
    rows: [
      [
        label(transfer.goal, { rows: 2 }),
        label(transfer.expected, { columns: 3 }),
        label(transfer.achieved, { columns: 3 }),
      ],
      [text(assessment.goal.expected, { columns: 3 }), text(assessment.goal.achieved, { columns: 3 })],
    ],
  };
}

function indicatorBlock({ sections }: AssessmentView, writing: Writing): FormBlock {
  const { transfer, levels } = writing.words.forms;
  const rows = indicatorRows(sections, (each) => [
    targetCell(each, writing),
    actualCell(each, writing),
    text(each.reason ?? ""),
  ]);
  const header = [levels.first, levels.second, levels.third, transfer.target, transfer.actual, transfer.reason];
  return {
    id: "indicators",
    repeated: 1,
    rows: [[label(transfer.indicators, { rows: 1 + rows.length }), ...header.map((each) => label(each))], ...rows],
  };
}
