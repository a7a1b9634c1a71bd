import { type Decimal, roundToTotal, sum, zero } from "@/domain/money";
import { type PointProjection, type Projection, yearEndInterval } from "./projection";

/** Further off than this, the sum of the segments says that something is wrong with the data. */
const largestDisagreement = 0.05;

/** A part of the whole (a tier, a class, a status) with its own projection. */
export interface Segment {
  readonly key: string;
  /** Exact; the segments' payments add up to those of the whole. */
  readonly paid: Decimal;
  readonly projection: Projection;
  /** Spent in the last twelve known months: its part of the rest of the year where its own projection cannot be used. */
  readonly lastTwelve: Decimal;
}

export interface ScaledSegment {
  readonly key: string;
  readonly paid: Decimal;
  readonly remaining: Decimal;
  readonly total: Decimal;
  /** own: its own projection, scaled. parent: its part of the whole, because it has none or too many zeros. */
  readonly source: "own" | "parent";
  readonly interval: { readonly low: Decimal; readonly high: Decimal } | null;
}

export interface ScaledSegments {
  /** Remaining of the whole ÷ sum of the segments' own; null where those are not above zero. */
  readonly scale: Decimal | null;
  /** The segments and the whole tell different stories: |scale − 1| > 5%. */
  readonly disagree: boolean;
  readonly segments: readonly ScaledSegment[];
}

/**
 * Segments brought to the projection of the whole: each one's rest of the year × (rest of the whole ÷ sum of rests),
 * so that they add up. Throws RangeError when their payments are not those of the whole.
 */
export function scaleSegments(whole: PointProjection, segments: readonly Segment[]): ScaledSegments {
  if (!sum(segments.map(({ paid }) => paid)).equals(whole.paid)) throw new RangeError("segments are not the whole");
  const toCome = whole.total.minus(whole.paid);
  const twelve = sum(segments.map(({ lastTwelve }) => lastTwelve));
  const partOfWhole = ({ lastTwelve }: Segment) =>
    twelve.isZero() ? toCome.div(segments.length) : toCome.times(lastTwelve).div(twelve);
  const own = segments.map((segment) => {
    const point = usable(segment.projection);
    return { segment, point, rest: point ? point.total.minus(point.paid) : partOfWhole(segment) };
  });
  const rests = sum(own.map(({ rest }) => rest));
  const scale = rests.greaterThan(0) ? toCome.div(rests) : null;
  const scaled = own.map(({ segment, point, rest }): ScaledSegment => {
    const remaining = scale ? rest.times(scale) : partOfWhole(segment);
    const around = point && scale ? yearEndInterval(point, 80) : null;
    const bring = (end: Decimal) => segment.paid.plus(end.minus(segment.paid).times(scale ?? 1));
    return {
      key: segment.key,
      paid: segment.paid,
      remaining,
      total: segment.paid.plus(remaining),
      source: point ? "own" : "parent",
      interval: around && { low: bring(around.low), high: bring(around.high) },
    };
  });
  const disagree = scale ? scale.minus(1).abs().greaterThan(largestDisagreement) : !toCome.isZero();
  return { scale, disagree, segments: scaled };
}

function usable(projection: Projection): PointProjection | null {
  if (projection.kind === "none" || projection.flags.some(({ code }) => code === "zeros")) return null;
  return projection;
}

/** The segments' totals in 分, in order, made to add up to the printed total of the whole. */
export function printedSegments({ segments }: ScaledSegments): Decimal[] {
  const rests = roundToTotal(segments.map(({ remaining }) => remaining));
  return segments.map(({ paid }, index) => paid.plus(rests[index] ?? zero));
}
