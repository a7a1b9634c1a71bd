import { listInstitutions } from "@/db/queries/listInstitutions";
import { contribution, growth } from "@/domain/comparison";
import type { Dimension } from "@/domain/dimensions";
import type { AnswerRow } from "@/figures/question";
import { together, withSides } from "@/figures/together";
import type { Unit } from "@/metrics/define";
import cases from "@/metrics/definitions/cases";
import { inpatient } from "@/reports/inpatients";
import { groupIn, isInGroup, placedInstitutions } from "@/reports/institutions/group";
import { memberName } from "@/reports/tables/members";
import { type Asked, ask, changeUnit, exact, said, type Worked } from "../reading";
import { baseIn } from "../scope";

/** What the rows of several institutions give when they are added up first. */
async function ofGroup(
  asked: Asked,
  take: (added: AnswerRow) => string | null | undefined,
  unit?: Unit,
): Promise<Worked> {
  const { shown, writer, metric, params } = asked;
  const group = groupIn(params.institutions) ?? { kind: "any", ownership: "any" };
  const by: readonly Dimension[] = ["tier", "institution"];
  const metrics = withSides(metric);
  const where = { ...shown.scope.where, ...inpatient };
  const [all, inpatients] = await ask(
    asked,
    { by, metrics: metrics.map(({ id }) => id) },
    { by, where, metrics: [cases.id] },
  );
  const institutions = await listInstitutions(shown.installation.database, shown.files);
  const members = placedInstitutions([all!, inpatients!], institutions).filter((one) => isInGroup(one, group));
  const added = together(
    members.flatMap(({ whole }) => whole ?? []),
    metrics,
  );
  const before = exact(added.compare?.values[metric.id]?.value);
  const difference = exact(added.compare?.change[metric.id]);
  const { kinds, ownershipIn } = writer.words.institutionPages;
  const value = exact(take(added));
  return {
    value,
    ...(unit ? { unit } : {}),
    parts: {
      group: kinds[group.kind] + (group.ownership === "any" ? "" : ownershipIn[group.ownership]),
      count: String(members.length),
      value: said(value, unit ?? metric.unit, writer),
      now: said(before && difference ? before.plus(difference) : null, metric.unit, writer),
      before: said(before, metric.unit, writer),
    },
  };
}

/** The institution against its tier's own figure: the address names both, the tier's is asked without the institution. */
async function againstTier(asked: Asked): Promise<Worked> {
  const { shown, metric, row, writer } = asked;
  const { institution, ...where } = shown.scope.where;
  const [tier] = await ask(asked, { where, metrics: [metric.id] });
  const [own, whole] = [row, tier!.total].map(({ values }) => exact(values[metric.id]?.value));
  return {
    value: institution ? growth(own ?? null, whole ?? null) : null,
    unit: "percent",
    parts: { own: said(own ?? null, metric.unit, writer), whole: said(whole ?? null, metric.unit, writer) },
  };
}

/** A share whose whole the address names as `base`: `visit_class:inpatient`; without one, everything. */
async function shareIn(asked: Asked, side: "values" | "change"): Promise<Worked> {
  const { metric, row, writer, params, shown } = asked;
  const base = baseIn(params);
  const [whole] = await ask(asked, { where: base, metrics: [metric.id] });
  const amount = (of: typeof row) =>
    exact(side === "values" ? of.values[metric.id]?.value : of.compare?.change[metric.id]);
  const [part, all] = [amount(row), amount(whole!.total)];
  const institutions = base.institution ? await listInstitutions(shown.installation.database, shown.files) : new Map();
  const names = Object.entries(base).map(([name, members]) =>
    members
      .map((member) => memberName(name as Dimension, member, { ...writer, institutions }))
      .join(writer.words.shell.and),
  );
  return {
    value: contribution(part, all),
    unit: "percent",
    parts: {
      base: [writer.words.metricPages.all, ...names].join(writer.language === "en" ? " " : ""),
      part: said(part, metric.unit, writer),
      whole: said(all, metric.unit, writer),
    },
  };
}

/** Readings of institutions: several added up, one against its tier, a share with its base named. */
export const institutionReadings = {
  together: (asked: Asked) => ofGroup(asked, ({ values }) => values[asked.metric.id]?.value),
  together_before: (asked: Asked) => ofGroup(asked, ({ compare }) => compare?.values[asked.metric.id]?.value),
  together_change: (asked: Asked) =>
    ofGroup(asked, ({ compare }) => compare?.change[asked.metric.id], changeUnit(asked.metric)),
  together_growth: (asked: Asked) => ofGroup(asked, ({ compare }) => compare?.growth[asked.metric.id], "percent"),
  against_tier: againstTier,
  share_in: (asked: Asked) => shareIn(asked, "values"),
  share_of_change_in: (asked: Asked) => shareIn(asked, "change"),
};
