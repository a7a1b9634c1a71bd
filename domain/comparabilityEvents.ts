import type { VisitClass } from "@/domain/dimensions";
import { firstMonth, lastMonth, type Month, type Period } from "@/domain/period";

/** A change of rules after which a figure must not be compared with the time before without saying so. */
export interface ComparabilityEvent {
  readonly id: string;
  readonly region: string;
  readonly scheme: string;
  /** The first month under the new rules. */
  readonly from: Month;
  readonly visitClass: VisitClass;
}

/** Local parameters until a bureau confirms them; their words stand in messages. */
export const comparabilityEvents: readonly ComparabilityEvent[] = [
  { id: "outpatient_pooling_2018", region: "361031", scheme: "390", from: "2018-01", visitClass: "outpatient" },
];

/** The events that lie between the two periods of a comparison. */
export function eventsBetween(
  place: { readonly region: string; readonly scheme: string },
  period: Period,
  compare: Period,
): ComparabilityEvent[] {
  return comparabilityEvents.filter(
    ({ region, scheme, from }) =>
      region === place.region && scheme === place.scheme && firstMonth(compare) < from && from <= lastMonth(period),
  );
}
