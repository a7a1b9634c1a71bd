import type { VisitClass } from "@/domain/dimensions";
import { firstMonth, lastMonth, type Month, type Period } from "@/domain/period";

/** A change of rules after which a figure must not be compared with the time before without saying so. */
export interface ComparabilityEvent {
  readonly id: string;
  readonly region: string;
  readonly scheme: string;
  /** What changed, as the bureau typed it. */
  readonly text: string;
  /** The first month under the new rules. */
  readonly from: Month;
  /** Null: every class. */
  readonly visitClass: VisitClass | null;
  /** 文号, where one was entered. */
  readonly documentNumber: string | null;
}

/** The events that lie between the two periods of a comparison. */
export function eventsBetween(
  events: readonly ComparabilityEvent[],
  scheme: string,
  period: Period,
  compare: Period,
): ComparabilityEvent[] {
  return events.filter(
    (event) => event.scheme === scheme && firstMonth(compare) < event.from && event.from <= lastMonth(period),
  );
}

/** What changed for a visit class: an event of its own, or one of every class. */
export function eventOf(events: readonly ComparabilityEvent[], visitClass: string): ComparabilityEvent | undefined {
  return events.find((event) => event.visitClass === null || event.visitClass === visitClass);
}
