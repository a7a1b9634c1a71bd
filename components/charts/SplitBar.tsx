import { CategoryBar } from "./tremor";

/** Parts of one whole as one bar, in the steps of one hue. Parts are exact yuan; a negative part cannot be drawn: no bar. */
export function SplitBar({ parts, summary }: { parts: readonly string[]; summary: string }) {
  const sizes = parts.map(Number);
  if (sizes.some((size) => size < 0)) return null;
  return (
    <div role="img" aria-label={summary} className="split-bar">
      <CategoryBar
        values={sizes}
        colors={["step-1", "step-3", "step-4", "step-2"]}
        showLabels={false}
        aria-hidden="true"
      />
    </div>
  );
}
