import type { AssessmentView, Attributed, FigureSeen, IndicatorView } from "@/assessments/view";

const attributedAsData = (by: Attributed | null) =>
  by && { by: by.by, at: new Date(by.at).toISOString(), reason: by.reason };

/** What `assess list --json` says of one: numbers as exact decimal texts. */
export function headAsData({ assessment, rubric, data, scored, totals, missing, submitted, drift }: AssessmentView) {
  const { id, region, scheme, year, state, revision, head } = assessment;
  return {
    ...{ id, region, scheme, year, state, revision },
    rubric: { id: rubric.id, version: rubric.version, title: rubric.title },
    head: {
      project: head.project,
      central_department: head.centralDepartment ?? null,
      department: head.department,
      unit: head.unit,
    },
    data_version: data.version,
    period: data.period,
    ...{ base: scored.base, scaled: scored.scaled, bonus: scored.bonus, total: scored.total, grade: scored.grade },
    ...{ totals, missing },
    submitted: attributedAsData(submitted),
    drift: drift.map(({ indicator, frozen, now }) => ({
      indicator,
      frozen: { value: frozen.value, data_version: frozen.dataVersion },
      now: { value: now.value, data_version: now.dataVersion },
    })),
  };
}

/** What `assess show --json` and `assess score --json` say. */
export function viewAsData(view: AssessmentView) {
  const { goal, budget, vetoes } = view.assessment;
  return {
    ...headAsData(view),
    ...{ goal, vetoes },
    budget: { rows: budget.rows, base: budget.base, rates: view.budget?.rates ?? null },
    sections: view.sections.map(({ indicators, ...section }) => ({
      ...section,
      indicators: indicators.map(indicatorAsData),
    })),
  };
}

function indicatorAsData({ indicator, origin, figure, scored, evidence, changed, ...known }: IndicatorView) {
  const { target, targetOrigin, targetParts, actual, actualText, scores, reason, monitoring, missing } = known;
  return {
    ...{ code: indicator.code, name: indicator.name, group: indicator.group, unit: indicator.unit },
    ...{ target, target_origin: targetOrigin, target_parts: targetParts, actual, actual_text: actualText },
    origin: origin?.kind ?? null,
    override_reason: origin?.kind === "overriding" ? origin.overrideReason : null,
    figure: figure && figureAsData(figure),
    ...{ applies: scored.applies, full: scored.full, points: scored.points, attainment: scored.attainment },
    ...{ flags: scored.flags, trace: scored.trace, scores, reason, missing, monitoring },
    evidence: evidence.map(({ sha256, fileName, bytes, uploadedAt, uploadedBy }) => ({
      ...{ sha256, file_name: fileName, bytes },
      ...{ uploaded_at: new Date(uploadedAt).toISOString(), uploaded_by: uploadedBy },
    })),
    changed: attributedAsData(changed),
  };
}

function figureAsData({
  metric,
  where,
  region,
  scheme,
  basis,
  period,
  dataVersion,
  missingMonths,
  figure,
}: FigureSeen) {
  const { value, reason, numerator, denominator } = figure;
  return {
    ...{ metric, where, region, scheme, basis, period, data_version: dataVersion, missing_months: missingMonths },
    ...{ value, reason, numerator, denominator },
  };
}
