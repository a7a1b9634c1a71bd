import type { AssessmentView, IndicatorView } from "@/assessments/view";
import type { EnteredValues } from "@/domain/assessment";
import { type BudgetRow, executionOf } from "@/domain/projectBudget";
import type { Indicator, Rubric } from "@/domain/rubric";
import { score } from "@/domain/scoring/score";
import type { Actual, ExecutionBase } from "@/domain/scoring/scored";

/** What a test says of an assessment; the rest is filled in. */
export interface Told {
  readonly rubric: Rubric;
  readonly entered: Readonly<Record<string, EnteredValues>>;
  readonly budget?: readonly BudgetRow[];
  readonly base?: ExecutionBase;
  readonly year?: number;
  readonly head?: Partial<AssessmentView["assessment"]["head"]>;
  readonly goal?: AssessmentView["assessment"]["goal"];
  readonly management?: AssessmentView["assessment"]["management"];
  readonly remark?: string;
  readonly data?: Partial<AssessmentView["data"]>;
  readonly submittedAt?: string;
  readonly demo?: boolean;
}

/** An assessment as pages and forms see it, scored by the engine itself. */
export function assessmentView(told: Told): AssessmentView {
  const { rubric, entered, budget = [], base = "with_carried_over", year = 2018 } = told;
  const executions = { with_carried_over: executionOf({ rows: budget }, "with_carried_over") };
  const execution = executionOf({ rows: budget }, base);
  const actualOf = ({ code, scoring }: Indicator): Actual | null => {
    if (scoring.rule === "given") return { kind: "marks", scores: entered[code]?.scores ?? {} };
    if (scoring.rule !== "budget_execution") return entered[code]?.actual ?? null;
    return (
      execution && {
        kind: "budget",
        base,
        budget: execution.budget.toString(),
        executed: execution.executed.toString(),
      }
    );
  };
  const all = rubric.sections.flatMap(({ indicators }) => indicators);
  const inputs = Object.fromEntries(
    all.map((each) => {
      const own = entered[each.code];
      return [each.code, { target: own?.target ?? null, actual: actualOf(each), applies: own?.applies ?? true }];
    }),
  );
  const scored = score(rubric, inputs);
  const indicatorView = (indicator: Indicator, section: number, index: number): IndicatorView => {
    const own = entered[indicator.code];
    return {
      indicator,
      target: own?.target ?? indicator.target ?? null,
      targetOrigin: own?.target ? "entered" : indicator.target ? "rubric" : null,
      targetParts: [],
      actual: actualOf(indicator),
      origin: null,
      figure: null,
      scored: scored.sections[section]!.indicators[index]!,
      scores: { self: null, estimate: null, review: null },
      reason: own?.reason ?? null,
      evidence: [],
      monitoring: own?.monitoring ?? null,
      missing: [],
      changed: null,
    };
  };
  const amount = (name: "opening" | "adjusted" | "executed") =>
    executionOf({ rows: budget.map((row) => ({ ...row, executed: row[name] })) }, base)?.executed.toString() ?? "0";
  const changed = { by: "张三", at: "2019-01-15 09:00:00+08", reason: "自评" };
  const otherBase = executionOf({ rows: budget }, "this_year_only");
  return {
    assessment: {
      id: "1",
      region: "361031",
      scheme: "390",
      year,
      rubric: { id: rubric.id, version: rubric.version },
      head: { project: "", department: "", unit: "", ...told.head },
      goal: told.goal ?? { expected: "", achieved: "" },
      budget: { rows: budget, base },
      management: told.management,
      remark: told.remark,
      vetoes: [],
      state: told.submittedAt ? "submitted" : "targets_set",
      revision: 1,
      entries: [],
    },
    rubric,
    region: { code: "361031", name: "示例县", demo: told.demo ?? false },
    data: { version: 31, period: "2018", through: "2018-12", missingMonths: [], ...told.data },
    sections: scored.sections.map(({ name, bonus, full, points }, section) => ({
      name,
      bonus,
      full,
      points,
      indicators: rubric.sections[section]!.indicators.map((indicator, index) =>
        indicatorView(indicator, section, index),
      ),
    })),
    scored,
    totals: { self: scored.total, estimate: null, review: null },
    budget: execution && {
      opening: amount("opening"),
      adjusted: amount("adjusted"),
      executed: amount("executed"),
      base,
      rates: {
        with_carried_over: executions.with_carried_over?.rate?.toString() ?? null,
        this_year_only: otherBase?.rate?.toString() ?? null,
      },
    },
    missing: [],
    changed,
    submitted: told.submittedAt ? { ...changed, at: told.submittedAt } : null,
    drift: [],
  } as AssessmentView;
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
