import type { ReactNode } from "react";
import { FigureValue, type Written } from "../FigureValue";
import { spread, ticksUpTo } from "./scale";

/** Sums since January, one per month in order: exact yuan, and how the number is written. */
export interface CurvePoint {
  readonly yuan: string;
  readonly figure: Written;
}

export interface CurveWords {
  /** What a screen reader says for the picture; the table behind it has the numbers. */
  readonly summary: string;
  readonly available: string;
  readonly control: string;
  readonly lastYear: string;
  /** January to December, short. */
  readonly months: readonly string[];
}

interface CumulativeCurveProps {
  readonly thisYear: readonly CurvePoint[];
  readonly lastYear: readonly CurvePoint[];
  /** The year's available fund in yuan; without it there is no control line. */
  readonly available: CurvePoint | null;
  /** Yuan in one unit of the scale. */
  readonly unit: number;
  readonly words: CurveWords;
}

/**
 * Payments added up over the year: this year solid, last year grey, the control line dashed to the available fund.
 * Drawn on the server in percent of its box, so that it needs no script, keeps its text size at any width and prints.
 */
export function CumulativeCurve({ thisYear, lastYear, available, unit, words }: CumulativeCurveProps) {
  // Money becomes a number here, for the pixel only.
  const size = (point: CurvePoint) => Number(point.yuan) / unit;
  const last = (points: readonly CurvePoint[]) => points[points.length - 1];
  const largest = Math.max(...[...thisYear, ...lastYear, ...(available ? [available] : [])].map((p) => size(p)), 1);
  const ticks = ticksUpTo(largest * 1.04);
  const top = ticks[ticks.length - 1]!;
  const x = (month: number) => (month / 12) * 100;
  const y = (amount: number) => 100 - (amount / top) * 100;
  const line = (points: readonly CurvePoint[]) =>
    [`0,100`, ...points.map((point, index) => `${x(index + 1)},${y(size(point))}`)].join(" ");

  const [now, then] = [last(thisYear), last(lastYear)];
  const endLabels: { name: string; point: CurvePoint; at: number; className: string }[] = [];
  if (available) {
    endLabels.push({ name: words.available, point: available, at: y(size(available)), className: "" });
  }
  if (then && lastYear.length === 12) {
    endLabels.push({ name: words.lastYear, point: then, at: y(size(then)), className: "text-quiet" });
  }
  const places = spread(
    endLabels.map(({ at }) => at),
    16,
  );

  return (
    <figure className="curve" aria-label={words.summary}>
      <div className="curve-scale" aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick} style={{ top: `${y(tick)}%` }}>
            {tick.toLocaleString("en-US")}
          </span>
        ))}
      </div>
      <div className="curve-plot">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          {ticks.map((tick) => (
            <Stroke key={tick} points={`0,${y(tick)} 100,${y(tick)}`} className="curve-grid" />
          ))}
          {available && (
            <>
              <Stroke points={`0,${y(size(available))} 100,${y(size(available))}`} className="curve-available" />
              <Stroke points={`0,100 100,${y(size(available))}`} className="curve-control" />
            </>
          )}
          <Stroke points={line(lastYear)} className="curve-last-year" />
          <Stroke points={line(thisYear)} className="curve-this-year" />
        </svg>
        {available && (
          <Label left={x(9)} top={y(size(available) * 0.75)} className="curve-label-above text-quiet">
            {words.control}
          </Label>
        )}
        {thisYear.slice(0, -1).map((point, index) => (
          <Point key={point.yuan} point={point} left={x(index + 1)} top={y(size(point))} className="curve-point" />
        ))}
        {now && (
          <>
            <Point point={now} left={x(thisYear.length)} top={y(size(now))} className="curve-point curve-point-now" />
            <Label
              left={x(thisYear.length)}
              top={y(size(now))}
              className={thisYear.length > 9 ? "curve-label-left curve-label-now" : "curve-label-above curve-label-now"}
            >
              <FigureValue figure={now.figure} />
            </Label>
          </>
        )}
        {endLabels.map(({ name, point, className }, index) => (
          <Label key={name} left={100} top={places[index]!} className={`curve-label-end ${className}`}>
            {name}
            <br />
            <FigureValue figure={point.figure} />
          </Label>
        ))}
      </div>
      <div className="curve-months" aria-hidden="true">
        {words.months.map((month, index) => (
          <span
            key={month}
            style={{ left: `${x(index + 1)}%` }}
            className={index % 2 === 1 ? undefined : "every-other"}
          >
            {month}
          </span>
        ))}
      </div>
    </figure>
  );
}

function Stroke({ points, className }: { points: string; className: string }) {
  return <polyline points={points} className={className} fill="none" vectorEffect="non-scaling-stroke" />;
}

function Label(props: { left: number; top: number; className: string; children: ReactNode }) {
  return (
    <span className={`curve-label ${props.className}`} style={{ left: `${props.left}%`, top: `${props.top}%` }}>
      {props.children}
    </span>
  );
}

/** A month's sum, to be hovered and asked. */
function Point(props: { point: CurvePoint; left: number; top: number; className: string }) {
  const { figure } = props.point;
  return (
    <span className={props.className} style={{ left: `${props.left}%`, top: `${props.top}%` }}>
      <FigureValue figure={figure}>
        <span className="sr-only">{figure.text}</span>
      </FigureValue>
    </span>
  );
}
