import type { AssessmentView, IndicatorView } from "@/assessments/index";
import { type Decimal, decimal } from "@/domain/money";

/** What a cell of the heat table says: how far an indicator is, as a share, or why there is no number. */
export type HeatCell =
  | { readonly kind: "share"; readonly share: Decimal; readonly step: number }
  | { readonly kind: "pending" | "not_applicable" };

/** From these shares a cell is a step darker: below 60%, 60–80, 80–90, 90–100, all. */
export const heatSteps = ["0.6", "0.8", "0.9", "1"] as const;

/** Points ÷ marks; in a form without points actual ÷ target. Points that are not known yet are pending. */
export function heatCell({ scored, actual }: IndicatorView): HeatCell {
  if (!scored.applies) return { kind: "not_applicable" };
  const { points, full, attainment } = scored;
  if (points && full) {
    if (points.low !== points.high) return { kind: "pending" };
    return shareCell(decimal(points.low).div(decimal(full)));
  }
  if (attainment !== null) return shareCell(decimal(attainment));
  return actual?.kind === "yes_no" ? shareCell(decimal(actual.reached ? 1 : 0)) : { kind: "pending" };
}

const shareCell = (share: Decimal): HeatCell => ({
  kind: "share",
  share,
  step: heatSteps.filter((from) => share.greaterThanOrEqualTo(from)).length,
});

/** One indicator in every assessment of a rubric, by the assessments' ids. */
export interface HeatRow {
  readonly section: string;
  readonly code: string;
  readonly name: string;
  readonly cells: ReadonlyMap<string, IndicatorView>;
}

/** The indicators of all versions of a rubric that the assessments were made with, in the order of the newest. */
export function heatRows(views: readonly AssessmentView[]): HeatRow[] {
  const rows = new Map<string, HeatRow & { readonly cells: Map<string, IndicatorView> }>();
  const newestFirst = [...views].sort(
    (a, b) => b.rubric.version - a.rubric.version || b.assessment.year - a.assessment.year,
  );
  for (const { assessment, sections } of newestFirst) {
    for (const section of sections) {
      for (const view of section.indicators) {
        const { code, name } = view.indicator;
        const row = rows.get(code) ?? { section: section.name, code, name, cells: new Map() };
        row.cells.set(assessment.id, view);
        rows.set(code, row);
      }
    }
  }
  return [...rows.values()];
}
