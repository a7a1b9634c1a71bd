import { hardshipStatuses, isDimension, tiers, visitClasses } from "@/domain/dimensions";
import { decimal, sum } from "@/domain/money";
import { hasPoints, type Indicator, type Rubric } from "@/domain/rubric";
import { exactNumber } from "@/domain/scoring/checkActual";
import { actualKinds } from "@/domain/scoring/scored";
import type { Metric } from "@/metrics/define";
import { variesWith } from "@/metrics/reach";
import { registry } from "@/metrics/registry.gen";
import { fault, type RubricFault } from "./fault";
import { unitsOfMetric } from "./metricUnits";

/** What is wrong with the indicators of a rubric, one by one. */
export function indicatorFaults(rubric: Rubric): RubricFault[] {
  return rubric.sections.flatMap(({ indicators }, at) =>
    indicators.flatMap((indicator, index) => {
      const path = `sections/${at}/indicators/${index}`;
      return [
        ...ruleFaults(rubric, indicator, path),
        ...targetFaults(indicator, path),
        ...sourceFaults(indicator, path),
      ];
    }),
  );
}

/** Members of the dimensions that have fixed ones. */
const members: Readonly<Record<string, readonly string[]>> = {
  tier: tiers,
  visit_class: visitClasses,
  hardship_status: hardshipStatuses,
};

function ruleFaults({ form }: Rubric, { name, scoring, unit, target }: Indicator, path: string): RubricFault[] {
  const at = `${path}/scoring`;
  const kind = actualKinds[scoring.rule];
  // A number is needed for a rule of numbers, and words are for rules that take no number.
  if (kind === "number" && unit === "text") return [fault("R-115", at, { indicator: name, rule: scoring.rule })];
  if (!hasPoints(form) && (kind === "findings" || kind === "marks")) {
    return [fault("R-115", at, { indicator: name, rule: scoring.rule })];
  }
  if (scoring.rule === "bands") return bandFaults(scoring.steps, at);
  if (scoring.rule === "deduction") {
    return scoring.findings.flatMap(({ marksOff }, index) =>
      decimal(marksOff).gt(0) ? [] : [fault("R-105", `${at}/findings/${index}/marksOff`, { value: marksOff })],
    );
  }
  const floor = scoring.rule === "higher_is_better" ? scoring.floor : undefined;
  if (floor !== undefined && target !== undefined && exactNumber.test(target) && decimal(floor).gt(decimal(target))) {
    return [fault("R-117", `${at}/floor`, { indicator: name, floor, target })];
  }
  return [];
}

function bandFaults(steps: readonly { readonly atLeast: string; readonly share: string }[], path: string) {
  return steps.flatMap(({ atLeast, share }, index): RubricFault[] => {
    const above = steps[index - 1];
    const value = decimal(share);
    const isIn = value.gte(0) && value.lte(1);
    const isBelow = !above || (decimal(above.atLeast).gt(atLeast) && decimal(above.share).gt(share));
    return isIn && isBelow ? [] : [fault("R-111", `${path}/steps/${index}`, { step: atLeast })];
  });
}

function targetFaults({ name, unit, target, targetParts }: Indicator, path: string): RubricFault[] {
  if (unit !== "text" && target !== undefined && !exactNumber.test(target)) {
    return [fault("R-116", `${path}/target`, { indicator: name, target })];
  }
  if (!targetParts) return [];
  const added = sum(targetParts.map(({ value }) => decimal(value)));
  if (target !== undefined && unit !== "text" && added.eq(decimal(target))) return [];
  return [fault("R-109", `${path}/targetParts`, { indicator: name, target: target ?? "—", sum: added.toString() })];
}

function sourceFaults({ name, source, scoring, unit }: Indicator, path: string): RubricFault[] {
  if ("entered" in source) return [];
  const at = `${path}/source`;
  const metric: Metric | undefined = registry[source.metric as keyof typeof registry];
  if (!metric) return [fault("R-107", `${at}/metric`, { metric: source.metric })];
  if (actualKinds[scoring.rule] !== "number") {
    return [fault("R-120", `${at}/metric`, { indicator: name, rule: scoring.rule })];
  }
  if (!unitsOfMetric[metric.unit].includes(unit)) {
    return [fault("R-108", `${path}/unit`, { metric: metric.id, unit, known: unitsOfMetric[metric.unit].join(" ") })];
  }
  return Object.entries(source.where ?? {}).flatMap(([dimension, kept]) => {
    const known = members[dimension];
    const stray = known && kept.find((member) => !known.includes(member));
    if (isDimension(dimension) && variesWith(metric, [dimension]) && stray === undefined) return [];
    return [fault("R-121", `${at}/where/${dimension}`, { metric: metric.id, member: stray ?? dimension })];
  });
}
