import { stringify } from "yaml";
import type { Rubric } from "@/domain/rubric";
import { percentOf } from "./percent";
import { rubricShape } from "./shape";

/** A rubric as the text of its file, which `readRubric` reads as the same rubric. */
export function writeRubric(rubric: Rubric): string {
  // The shape puts the parts of every object in order, whoever made them.
  const { sections, ...head } = rubricShape.parse(asText(rubric)) as Rubric;
  const written = {
    ...head,
    sections: sections.map(({ indicators, ...section }) => ({
      ...section,
      indicators: indicators.map((indicator) =>
        indicator.unit === "percent" && indicator.target !== undefined
          ? { ...indicator, target: percentOf(indicator.target) }
          : indicator,
      ),
    })),
  };
  return stringify(asText(written), { schema: "failsafe", lineWidth: 0 });
}

/** Every scalar as the text that stands for it; what is not said is left out. */
function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText);
  if (value === null || typeof value !== "object") return String(value);
  const said = Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
  return Object.fromEntries(said.map(([key, each]) => [key, asText(each)]));
}
