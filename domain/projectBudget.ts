import { type Decimal, decimal, sum } from "./money";
import type { ExecutionBase } from "./scoring/scored";

/** 其中：当年财政拨款, 上年结转资金, 其他资金 (project form); 中央财政资金, 地方资金, 其他资金, 彩票公益金 (transfer form). */
export const budgetSources = ["this_year", "carried_over", "other", "central", "local", "lottery"] as const;
export type BudgetSource = (typeof budgetSources)[number];

/** Yuan, exact. */
export interface BudgetRow {
  readonly source: BudgetSource;
  /** 年初预算数. */
  readonly opening: string;
  /** 全年预算数（调整后）. */
  readonly adjusted: string;
  /** 全年执行数. */
  readonly executed: string;
}

/** 项目资金: 年初预算数, 全年预算数 and 全年执行数 by source, and the base that the execution rate names. */
export interface ProjectBudget {
  readonly rows: readonly BudgetRow[];
  readonly base: ExecutionBase;
}

/** What the execution rate is divided from, on one base. */
export interface Execution {
  readonly base: ExecutionBase;
  readonly budget: Decimal;
  readonly executed: Decimal;
  /** 预算执行率, a fraction, unrounded; null for a budget of 0. */
  readonly rate: Decimal | null;
}

/**
 * 全年执行数 ÷ 全年预算数（调整后） on a base, which the money that was spent does not follow: all of it counts. Null where
 * no row has been entered.
 */
export function executionOf({ rows }: Pick<ProjectBudget, "rows">, base: ExecutionBase): Execution | null {
  if (rows.length === 0) return null;
  const counted = rows.filter(({ source }) => base === "with_carried_over" || source !== "carried_over");
  const budget = sum(counted.map(({ adjusted }) => decimal(adjusted)));
  const executed = sum(rows.map((row) => decimal(row.executed)));
  return { base, budget, executed, rate: budget.isZero() ? null : executed.div(budget) };
}
