import type { ReactNode } from "react";
import { FigureValue, type Written } from "../FigureValue";
import { spread } from "./scale";

/** Places in percent of the box: `x` of the end of a month (1 to 12), `y` of an amount in units of the scale. */
export function placesOf(ticks: readonly number[]) {
  const top = ticks[ticks.length - 1]!;
  return {
    x: (month: number) => (month / 12) * 100,
    y: (amount: number) => 100 - (amount / top) * 100,
  };
}

/** The box of a curve over twelve months: its scale on the left, its months below. */
export function CurveFrame(props: {
  /** What a screen reader says for the picture. */
  summary: string;
  ticks: readonly number[];
  /** January to December, short. */
  months: readonly string[];
  children: ReactNode;
}) {
  const { summary, ticks, months, children } = props;
  const { x, y } = placesOf(ticks);
  return (
    <figure className="curve" aria-label={summary}>
      <div className="curve-scale" aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick} style={{ top: `${y(tick)}%` }}>
            {tick.toLocaleString("en-US")}
          </span>
        ))}
      </div>
      <div className="curve-plot">{children}</div>
      <div className="curve-months" aria-hidden="true">
        {months.map((month, index) => (
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

/** A line through `x,y` places. */
export function Stroke({ points, className }: { points: readonly string[]; className: string }) {
  return <polyline points={points.join(" ")} className={className} fill="none" vectorEffect="non-scaling-stroke" />;
}

export function Label(props: { left: number; top: number; className: string; children: ReactNode }) {
  return (
    <span className={`curve-label ${props.className}`} style={{ left: `${props.left}%`, top: `${props.top}%` }}>
      {props.children}
    </span>
  );
}

/** A month's sum, to be hovered and asked. */
export function Point(props: { figure: Written; left: number; top: number; className: string }) {
  const { figure, left, top, className } = props;
  return (
    <span className={className} style={{ left: `${left}%`, top: `${top}%` }}>
      <FigureValue figure={figure}>
        <span className="sr-only">{figure.text}</span>
      </FigureValue>
    </span>
  );
}

/** What a line is called where it ends, with its last number. */
export interface CurveLabel {
  readonly name: string;
  readonly figure: Written;
  /** Percent from the top. */
  readonly at: number;
  readonly className: string;
}

/** Labels at the right end, moved apart where lines end close together; `height`: what a label takes, in percent of the box. */
export function EndLabels({ labels, height }: { labels: readonly CurveLabel[]; height: number }) {
  const places = spread(
    labels.map(({ at }) => at),
    height,
  );
  return labels.map(({ name, figure, className }, index) => (
    <Label key={name} left={100} top={places[index]!} className={`curve-label-end ${className}`}>
      {name}
      <br />
      <FigureValue figure={figure} />
    </Label>
  ));
}
