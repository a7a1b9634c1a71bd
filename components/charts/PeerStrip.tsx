import { FigureValue, type Written } from "../FigureValue";

/** A dot: how far its member is from the group's own figure, as an exact fraction. */
export interface PeerDot {
  readonly id: string;
  readonly name: string;
  readonly deviation: string;
  /** The member's own value, as it is written. */
  readonly value: string;
  /** How the deviation is written; the outermost dots say it. */
  readonly written: Written;
}

export interface PeerGroup {
  readonly id: string;
  readonly label: string;
  /** The group's own figure, which is the line. */
  readonly own: Written;
  /** Lowest first. */
  readonly dots: readonly PeerDot[];
  readonly step: 1 | 2 | 3 | 4;
}

interface PeerStripProps {
  readonly groups: readonly PeerGroup[];
  /** What a screen reader says for the picture; the table has the numbers. */
  readonly summary: string;
}

/** Space on both sides for the names of the outermost dots, in percent of the box. */
const margin = 19;
/** Dots nearer than this, in percent of the box, stand on different lines. */
const nearness = 1.3;
/** Pixels from one line to the next. */
const laneHeight = 9;

/**
 * Each group on its own line, its own figure in one upright for all, a dot a member as far left or right as it is below
 * or above in percent. The outermost dots are named and can be asked; the others lie too close to be clicked and are
 * asked in the table. Drawn on the server in percent of its box.
 */
export function PeerStrip({ groups, summary }: PeerStripProps) {
  // Deviations become numbers here, for the pixel only.
  const places = groups.flatMap(({ dots }) => dots.map(({ deviation }) => Number(deviation)));
  const [lowest, highest] = [Math.min(0, ...places), Math.max(0, ...places)];
  const range = highest - lowest || 1;
  const at = (place: number) => margin + ((place - lowest) / range) * (100 - 2 * margin);
  return (
    <figure className="peers" aria-label={summary}>
      {groups.map(({ id, label, own, dots, step }) => {
        const lanes = lanesOf(dots.map(({ deviation }) => at(Number(deviation))));
        return (
          <div key={id} className="peers-row">
            <p className="peers-group">
              {label} <FigureValue figure={own} />
            </p>
            <div className="peers-plot">
              <span aria-hidden="true" className="peers-own" style={{ left: `${at(0)}%` }} />
              {dots.map((dot, index) => (
                <Dot
                  key={dot.id}
                  dot={dot}
                  left={at(Number(dot.deviation))}
                  lane={lanes[index]!}
                  step={step}
                  side={index === dots.length - 1 ? "above" : index === 0 ? "below" : null}
                />
              ))}
            </div>
          </div>
        );
      })}
    </figure>
  );
}

const colours = { 1: "peer-step-1", 2: "peer-step-2", 3: "peer-step-3", 4: "peer-step-4" } as const;

interface DotProps {
  readonly dot: PeerDot;
  readonly left: number;
  readonly lane: number;
  readonly step: PeerGroup["step"];
  /** Where the name of an outermost dot stands; null for those between. */
  readonly side: "above" | "below" | null;
}

function Dot({ dot, left, lane, step, side }: DotProps) {
  const { name, value, written } = dot;
  const top = `calc(50% + ${lane * laneHeight}px)`;
  return (
    <>
      <span
        aria-hidden="true"
        className={`peer ${colours[step]}`}
        style={{ left: `${left}%`, top }}
        title={`${name} ${value}`}
      />
      {side && (
        <span className={`peer-label peer-label-${side}`} style={{ left: `${left}%` }}>
          <span className="peer-name">{name}</span> <FigureValue figure={written} />
        </span>
      )}
    </>
  );
}

/** Which line each dot stands on, 0 in the middle, so that neighbours do not cover each other. Places ascend. */
function lanesOf(places: readonly number[]): number[] {
  const order = [0, -1, 1, -2, 2];
  const ends = new Map<number, number>();
  return places.map((place) => {
    const free = order.find((lane) => place - (ends.get(lane) ?? Number.NEGATIVE_INFINITY) >= nearness);
    const lane = free ?? order.reduce((a, b) => (ends.get(a)! <= ends.get(b)! ? a : b));
    ends.set(lane, place);
    return lane;
  });
}
