import { CategoryBar } from "./tremor";

/** Tremor looks up `bg-<name>-500`; ours are the steps of tailwind.config, which its list of palettes does not know. */
const steps = ["step-1", "step-3", "step-4", "step-2"] as unknown as "teal"[];

/** Class of the square that names a part, in the order of the bar. */
export const swatches = ["bg-step-1", "bg-step-3", "bg-step-4", "bg-step-2"] as const;

/** Parts of one whole as one bar, in the steps of one hue. Parts are exact yuan; a negative part cannot be drawn: no bar. */
export function SplitBar({ parts, summary }: { parts: readonly string[]; summary: string }) {
  const sizes = parts.map(Number);
  if (sizes.some((size) => size < 0)) return null;
  return (
    <div role="img" aria-label={summary} className="split-bar">
      <CategoryBar values={sizes} colors={steps} showLabels={false} />
    </div>
  );
}
