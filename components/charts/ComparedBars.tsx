import type { CSSProperties, ReactNode } from "react";
import { FigureValue, type Written } from "../FigureValue";
import { SeriesKey } from "./SeriesKey";

/** How long a bar is, as exact decimal text in the chart's unit, and how its number is written. Null: it has no value. */
export interface BarAmount {
  readonly size: string | null;
  readonly figure: Written;
}

export interface ComparedBar {
  readonly id: string;
  /** The category; may carry a link or a badge. */
  readonly label: ReactNode;
  readonly now: BarAmount;
  /** The same in the compared period; null without a comparison. */
  readonly before: BarAmount | null;
  /** Step of the one hue, for tiers. */
  readonly step?: keyof typeof stepColours;
}

export interface ComparedBarsWords {
  /** What a screen reader says for the picture. */
  readonly summary: string;
  readonly now: string;
  readonly before: string;
}

const stepColours = { 1: "bg-step-1", 2: "bg-step-2", 3: "bg-step-3", 4: "bg-step-4" } as const;

interface ComparedBarsProps {
  readonly bars: readonly ComparedBar[];
  readonly words: ComparedBarsWords;
  /** One line a category: for many of them. */
  readonly compact?: boolean;
}

/**
 * One bar per category from zero, this period solid, the compared period thin and grey below it, each with its number at
 * its end. Drawn on the server in percent of its box.
 */
export function ComparedBars({ bars, words, compact = false }: ComparedBarsProps) {
  // Amounts become numbers here, for the pixel only.
  const sizes = bars.flatMap(({ now, before }) => [Number(now.size ?? 0), Number(before?.size ?? 0)]);
  const lowest = Math.min(0, ...sizes);
  const range = Math.max(0, ...sizes) - lowest || 1;
  const at = (size: number) => ((size - lowest) / range) * 100;
  const className = ["bars", compact && "bars-compact", lowest < 0 && "bars-below-zero"].filter(Boolean).join(" ");
  return (
    <figure className="bars-figure" aria-label={words.summary}>
      {compact && bars.some(({ before }) => before) && <SeriesKey now={words.now} before={words.before} />}
      <dl className={className} style={{ "--zero": `${at(0)}%` } as CSSProperties}>
        {bars.map(({ id, label, now, before, step = 1 }, index) => (
          <div key={id} className="bars-row">
            <dt>{label}</dt>
            <dd className="bars-plot">
              <Bar amount={now} at={at} className={`bar bar-now ${stepColours[step]}`} />
              {before && <Bar amount={before} at={at} className="bar bar-before" />}
              <EndLabel amounts={compact && before ? [now, before] : [now]} at={at} className="bar-label-now">
                <Name shown={index === 0 && !compact}>{words.now}</Name>
                <FigureValue figure={now.figure} />
                {compact && before && (
                  <span className="bar-label-beside">
                    <Name shown={false}>{words.before}</Name>
                    <FigureValue figure={before.figure} />
                  </span>
                )}
              </EndLabel>
              {before && !compact && (
                <EndLabel amounts={[before]} at={at} className="bar-label-before">
                  <Name shown={index === 0}>{words.before}</Name>
                  <FigureValue figure={before.figure} />
                </EndLabel>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}

type At = (size: number) => number;

function Bar({ amount, at, className }: { amount: BarAmount; at: At; className: string }) {
  const [from, to] = [at(0), at(Number(amount.size ?? 0))].sort((a, b) => a - b) as [number, number];
  return <span aria-hidden="true" className={className} style={{ left: `${from}%`, width: `${to - from}%` }} />;
}

/** Beyond the end of the longest of the bars that it names; left of a bar that goes below zero. */
function EndLabel(props: { amounts: readonly BarAmount[]; at: At; className: string; children: ReactNode }) {
  const { amounts, at, className, children } = props;
  const sizes = amounts.map(({ size }) => Number(size ?? 0));
  const style =
    sizes.every((size) => size <= 0) && sizes.some((size) => size < 0)
      ? { right: `${100 - at(Math.min(...sizes))}%` }
      : { left: `${at(Math.max(...sizes))}%` };
  return (
    <span className={`bar-label ${className}`} style={style}>
      {children}
    </span>
  );
}

/** What a number is: printed once, at the first bar, and told at every bar to who listens. */
function Name({ shown, children }: { shown: boolean; children: string }) {
  return <span className={shown ? "bar-name" : "sr-only"}>{children} </span>;
}
