import type { Language } from "@/messages/language";
import type { Metric } from "@/metrics/define";
import { registry } from "@/metrics/registry.gen";
import type { MetricNames } from "@/rubrics/index";

const metrics: readonly Metric[] = Object.values(registry);

/** Metrics by their names in the reader's language; a name in either is understood. */
export function metricNamesIn(language: Language): MetricNames & { readonly all: readonly string[] } {
  const nameOf = ({ label }: Metric) => (language === "en" ? label.en : label.zh);
  return {
    all: metrics.map(nameOf),
    nameOf: (id) => {
      const metric = metrics.find((each) => each.id === id);
      return metric ? nameOf(metric) : id;
    },
    metricOf: (name) => metrics.find(({ label }) => label.zh === name || label.en === name)?.id ?? null,
  };
}
