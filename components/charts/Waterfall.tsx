import type { CSSProperties, ReactNode } from "react";

/** One bar: a level stands on zero, a step floats from where the one before ended. */
export interface WaterfallBar {
  readonly id: string;
  readonly kind: "before" | "now" | "step";
  readonly label: string;
  /** Where the bar begins and ends, as exact decimal text in one unit. */
  readonly from: string;
  readonly to: string;
  /** What is written at the bar: its number, its share. */
  readonly value: ReactNode;
}

/**
 * From one level to another, cause by cause. An increase is solid, a decrease hatched, so that neither needs a colour.
 * Drawn on the server in percent of its box; on a narrow page the bars lie down.
 */
export function Waterfall({ bars, summary }: { bars: readonly WaterfallBar[]; summary: string }) {
  // Amounts become numbers here, for the pixel only.
  const ends = bars.flatMap(({ from, to }) => [Number(from), Number(to)]);
  const lowest = Math.min(0, ...ends);
  const range = Math.max(0, ...ends) - lowest || 1;
  const at = (amount: string) => ((Number(amount) - lowest) / range) * 100;
  return (
    <figure className="waterfall" aria-label={summary}>
      <dl style={{ "--zero": `${at("0")}%` } as CSSProperties}>
        {bars.map(({ id, kind, label, from, to, value }) => {
          const [start, end] = [at(from), at(to)];
          const falls = kind === "step" && end < start;
          const places = {
            "--low": `${Math.min(start, end)}%`,
            "--size": `${Math.abs(end - start)}%`,
            "--high": `${Math.max(start, end)}%`,
            "--end": `${end}%`,
          } as CSSProperties;
          return (
            <div key={id} className="waterfall-column" style={places}>
              <dt>{label}</dt>
              <dd>
                <span aria-hidden="true" className={`waterfall-bar waterfall-${falls ? "fall" : kind}`} />
                <span aria-hidden="true" className="waterfall-link" />
                <span className="waterfall-value">{value}</span>
              </dd>
            </div>
          );
        })}
      </dl>
    </figure>
  );
}
