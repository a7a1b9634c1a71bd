import { assemble } from "@/assessments/assemble";
import type { AssessmentView } from "@/assessments/view";
import type { Assessment, EnteredValues } from "@/domain/assessment";
import type { BudgetRow } from "@/domain/projectBudget";
import type { Indicator, Rubric } from "@/domain/rubric";
import type { ExecutionBase } from "@/domain/scoring/scored";

/** What a test says of an assessment; the rest is filled in. */
export interface Told extends Partial<Pick<Assessment, "goal" | "management" | "remark">> {
  readonly rubric: Rubric;
  readonly entered: Readonly<Record<string, EnteredValues>>;
  readonly budget?: readonly BudgetRow[];
  readonly base?: ExecutionBase;
  readonly year?: number;
  readonly head?: Assessment["head"];
  readonly data?: AssessmentView["data"];
  readonly submittedAt?: string;
  readonly demo?: boolean;
}

const changed = { by: "张三", at: "2019-01-15 09:00:00+08", reason: "自评" };

/** An assessment as pages and forms see it. */
export function assessmentView(told: Told): AssessmentView {
  const { rubric, entered, year = 2018, base = "with_carried_over", budget = [], demo = false, submittedAt } = told;
  const view = assemble(
    {
      ...{ id: "1", region: "361031", scheme: "390", year, rubric: { id: rubric.id, version: rubric.version } },
      rubricText: rubric,
      revision: 1,
      head: told.head ?? { project: "", department: "", unit: "" },
      goal: told.goal ?? { expected: "", achieved: "" },
      budget: { rows: budget, base },
      management: told.management,
      remark: told.remark,
      vetoes: [],
      entries: Object.entries(entered).map(([code, values]) => ({
        ...{ code, evidence: [], changed, valueBy: changed },
        ...values,
      })),
      changed,
      budgetBy: changed,
      submission: null,
    },
    { data: told.data ?? { version: 31, period: String(year), through: `${year}-12` }, figures: new Map() },
    { name: "示例县", demo },
  );
  return { ...view, submitted: submittedAt ? { ...changed, at: submittedAt } : null, drift: [] };
}

/** A rubric of a few lines: sections of `[code, name, group, marks, target, unit?, scoring?]`. */
export type Line = Pick<Indicator, "code" | "name" | "group"> & Partial<Indicator>;

export function rubricOf(
  form: Rubric["form"],
  sections: Readonly<Record<string, readonly Line[]>>,
  about: Partial<Rubric> = {},
): Rubric {
  const hasPoints = form !== "transfer";
  const isBonus = (name: string) => name === "加分指标";
  const marksOf = (lines: readonly Line[]) => String(lines.reduce((sum, { marks }) => sum + Number(marks), 0));
  return {
    format: 1,
    id: "test",
    version: 1,
    title: "城乡居民医保补助绩效自评",
    form,
    years: { from: 2016, to: null },
    source: { document: "财预〔2020〕10号", confirmed: true },
    farOverTarget: "1.3",
    ...(hasPoints
      ? {
          marks: "100",
          grades: [
            { name: "优", from: "90" },
            { name: "良", from: "80" },
            { name: "中", from: "60" },
            { name: "差", from: "0" },
          ],
        }
      : {}),
    sections: Object.entries(sections).map(([name, lines]) => ({
      name,
      ...(hasPoints ? { marks: marksOf(lines) } : {}),
      ...(isBonus(name) ? { bonus: true as const } : {}),
      indicators: lines.map((line) => ({
        scoring: { rule: "higher_is_better" },
        unit: "percent",
        source: { entered: "台账" },
        evidenceRequired: false,
        ...line,
      })),
    })),
    ...about,
  };
}
