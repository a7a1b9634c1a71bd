import { FigureValue, type Written } from "../FigureValue";
import { CurveFrame, type CurveLabel, EndLabels, Label, Point, placesOf, Stroke } from "./CurveFrame";
import { ticksUpTo } from "./scale";

/** Sums since January, one per month in order: exact yuan, and how the number is written. */
export interface CurvePoint {
  readonly yuan: string;
  readonly figure: Written;
}

/** Where the sums may lie with one chance, month by month from the first month to come on. */
export interface FanBand {
  readonly chance: number;
  readonly low: readonly CurvePoint[];
  readonly high: readonly CurvePoint[];
}

/** What the months to come are expected to bring. */
export interface Fan {
  /** The widest first. */
  readonly bands: readonly FanBand[];
  /** From the first month to come to December. */
  readonly path: readonly CurvePoint[];
  /** The same with levers pulled. */
  readonly changed?: readonly CurvePoint[];
}

export interface FanWords {
  /** What a screen reader says for the picture; the table behind it has the numbers. */
  readonly summary: string;
  readonly available: string;
  readonly control: string;
  /** The control lines told by their strokes. */
  readonly dashed: string;
  readonly dotted: string;
  readonly lastYear: string;
  /** Of the end of the projection, of the path with levers pulled, and of the last month that is known. */
  readonly projected: string;
  readonly changed: string;
  readonly today: string;
  /** Ends of a band that are named beside the picture. */
  readonly low: string;
  readonly high: string;
  /** January to December, short. */
  readonly months: readonly string[];
}

interface FanChartProps {
  readonly thisYear: readonly CurvePoint[];
  readonly lastYear: readonly CurvePoint[];
  /** The year's available fund in yuan; without it there is no control line. */
  readonly available: CurvePoint | null;
  /** The seasonal control line, month by month in yuan. */
  readonly seasonal?: readonly string[];
  readonly fan?: Fan | null;
  /** The chance whose ends are named beside the picture. */
  readonly named?: number;
  /** Drawn higher than the least height of a curve: labels need less of it. */
  readonly tall?: boolean;
  /** Yuan in one unit of the scale. */
  readonly unit: number;
  readonly words: FanWords;
}

/**
 * Payments added up over the year and where they may end: this year solid, its projection lighter with its bands, last
 * year grey, the control lines dashed to the available fund. Drawn on the server in percent of its box, so that it
 * needs no script, keeps its text size at any width and prints.
 */
export function FanChart(props: FanChartProps) {
  const { thisYear, lastYear, available, seasonal = [], fan, named, tall = false, unit, words } = props;
  // Money becomes a number here, for the pixel only.
  const size = (yuan: string) => Number(yuan) / unit;
  const ends = [...thisYear, ...lastYear, ...(available ? [available] : []), ...(fan ? pointsOf(fan) : [])];
  const ticks = ticksUpTo(Math.max(...ends.map(({ yuan }) => size(yuan)), 1) * 1.04);
  const { x, y } = placesOf(ticks);
  const at = ({ yuan }: CurvePoint) => y(size(yuan));
  const line = (points: readonly CurvePoint[], after = 0) =>
    points.map((point, index) => `${x(after + index + 1)},${at(point)}`);
  const now = thisYear.at(-1);
  const known = thisYear.length;
  const start = now ? `${x(known)},${at(now)}` : "0,100";
  const nowIsLate = known > 9;

  return (
    <CurveFrame summary={words.summary} ticks={ticks} months={words.months}>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        {ticks.map((tick) => (
          <Stroke key={tick} points={[`0,${y(tick)}`, `100,${y(tick)}`]} className="curve-grid" />
        ))}
        {fan?.bands.map(({ chance, low, high }) => (
          <polygon
            key={chance}
            className={`fan-band fan-${chance}`}
            points={[start, ...line(high, known), ...line(low, known).reverse()].join(" ")}
          />
        ))}
        {fan && now && <Stroke points={[`${x(known)},0`, `${x(known)},100`]} className="fan-today" />}
        {available && (
          <>
            <Stroke points={[`0,${at(available)}`, `100,${at(available)}`]} className="curve-available" />
            <Stroke points={["0,100", `100,${at(available)}`]} className="curve-control" />
          </>
        )}
        {seasonal.length > 0 && (
          <Stroke
            points={["0,100", ...seasonal.map((yuan, index) => `${x(index + 1)},${y(size(yuan))}`)]}
            className="curve-seasonal"
          />
        )}
        <Stroke points={["0,100", ...line(lastYear)]} className="curve-last-year" />
        {fan && <Stroke points={[start, ...line(fan.path, known)]} className="fan-path" />}
        {fan?.changed && <Stroke points={[start, ...line(fan.changed, known)]} className="fan-changed" />}
        <Stroke points={["0,100", ...line(thisYear)]} className="curve-this-year" />
      </svg>
      {available && !fan && (
        <Label left={x(9)} top={y(size(available.yuan) * 0.75)} className="curve-label-above text-quiet">
          {words.control}
        </Label>
      )}
      {available && fan && (
        // A fan leaves no place beside the control lines.
        <Label left={100} top={100} className="curve-label-above text-quiet">
          {words.dashed}
          {seasonal.length > 0 && (
            <>
              <br />
              {words.dotted}
            </>
          )}
        </Label>
      )}
      {fan && now && words.today && (
        <Label left={x(known)} top={0} className="fan-label-today text-quiet">
          {words.today}
        </Label>
      )}
      {thisYear.slice(0, -1).map((point, index) => (
        <Point key={point.yuan} figure={point.figure} left={x(index + 1)} top={at(point)} className="curve-point" />
      ))}
      {fan?.path.slice(0, -1).map((point, index) => (
        <Point
          key={point.yuan}
          figure={point.figure}
          left={x(known + index + 1)}
          top={at(point)}
          className="curve-point fan-point"
        />
      ))}
      {now && (
        <>
          <Point figure={now.figure} left={x(known)} top={at(now)} className="curve-point curve-point-now" />
          <Label
            left={x(known)}
            top={at(now)}
            className={`${nowIsLate ? "curve-label-left" : "curve-label-above"} curve-label-now`}
          >
            <FigureValue figure={now.figure} />
          </Label>
        </>
      )}
      <EndLabels labels={endLabels(props, at, named)} height={tall ? 8 : 16} />
    </CurveFrame>
  );
}

const pointsOf = ({ bands, path, changed = [] }: Fan) => [...bands.flatMap(({ high }) => high), ...path, ...changed];

function endLabels(
  { available, lastYear, fan, words }: FanChartProps,
  at: (point: CurvePoint) => number,
  named: number | undefined,
): CurveLabel[] {
  const band = fan?.bands.find(({ chance }) => chance === named);
  const ends: [string, CurvePoint | null | undefined, string][] = [
    [words.available, available, ""],
    [words.lastYear, lastYear.length === 12 ? lastYear[11] : null, "text-quiet"],
    [words.high, band?.high.at(-1), "text-quiet"],
    [words.projected, fan?.path.at(-1), "fan-label-path"],
    [words.changed, fan?.changed?.at(-1), "fan-label-path"],
    [words.low, band?.low.at(-1), "text-quiet"],
  ];
  return ends.flatMap(([name, point, className]) =>
    point ? [{ name, figure: point.figure, at: at(point), className }] : [],
  );
}
