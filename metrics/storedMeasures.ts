import { type Measure, measuresOf } from "@/metrics/define";
import { emptinessCounts } from "@/metrics/emptiness";
import { registry } from "@/metrics/registry.gen";

/** Everything that is totalled at publication: the measures below all metrics, and the counts of empty cells. */
export const storedMeasures: readonly Measure[] = [
  ...new Set([...Object.values(registry).flatMap((metric) => measuresOf(metric)), ...emptinessCounts]),
];
