import type { Written } from "@/components/FigureValue";
import type { Dimension } from "@/domain/dimensions";
import { Decimal } from "@/domain/money";
import type { Figure } from "@/figures/question";
import { type Messages, messagesIn } from "@/messages/index";
import type { Language } from "@/messages/language";
import { chance, count, exactly, money, percent, points, ratio, signed, yuan } from "@/messages/numbers";
import type { Metric, Unit } from "@/metrics/define";
import type { Place, Quantity } from "@/reports/tables/define";
import { memberName } from "@/reports/tables/members";
import { baseText, cellText, type Scope, scopedHref } from "./scope";

/** `prose` carries its unit and no separators; `table` has separators and leaves the unit to the header. */
export type Form = "prose" | "table";

/** How a number is written, and where it can be asked again. */
interface Writing extends Place {
  readonly form?: Form;
  /** Writes a plus before an increase. */
  readonly signed?: boolean;
  /** Written instead of the value: an estimate rounded so that it adds up with its neighbours. */
  readonly printed?: string | Decimal;
}

/** The number itself, rounded once. */
export function valueText(value: string | Decimal, unit: Unit, language: Language, form: Form): string {
  const text = bareText(value, unit, language, form);
  return form === "prose" ? text + (messagesIn(language).units[unit] ?? "") : text;
}

function bareText(value: string | Decimal, unit: Unit, language: Language, form: Form): string {
  switch (unit) {
    case "yuan":
    case "yuan_per_month":
      return money(value, language, form);
    case "percent":
      return percent(value);
    case "chance":
      return chance(value);
    case "points":
      return points(value);
    case "yuan_per_case":
    case "yuan_per_head":
      return yuan(value, form);
    case "cases":
    case "persons":
    case "heads":
    case "days":
      return count(value, form);
    default:
      return ratio(value);
  }
}

/** Every digit, with its unit. */
export function exactText(value: string | Decimal, unit: Unit, language: Language): string {
  const words = messagesIn(language);
  switch (unit) {
    case "yuan":
      // Sums end at the cent; what is divided does not.
      return `${new Decimal(value).decimalPlaces() <= 2 ? yuan(value, "table") : exactly(value)}${words.exactYuan}`;
    case "yuan_per_month":
      return `${exactly(value)}${words.exactYuan}`;
    case "percent":
    case "chance":
      return `${exactly(new Decimal(value).times(100))}%`;
    case "points":
      return `${exactly(new Decimal(value).times(100))}${words.units.points}`;
    default:
      return `${exactly(value)}${words.units[unit] ?? ""}`;
  }
}

/** Writes the numbers of one page: in its language, each with the address at which it explains itself. */
export class Writer {
  readonly words: Messages;

  constructor(
    readonly scope: Scope,
    readonly language: Language,
  ) {
    this.words = messagesIn(language);
  }

  /** The figure of a metric among the values of a row, or the reason why it has none. */
  figure(values: Record<string, Figure> | undefined, metric: Metric, place: Writing = {}): Written {
    const figure = values?.[metric.id];
    const href = this.href(metric.id, place);
    if (!figure || figure.value === null) {
      const reason = figure?.reason ?? "no_data";
      return { text: this.words.shell.noValue, exact: this.words.reasons[reason] ?? reason, href };
    }
    return this.value(figure.value, metric, place);
  }

  /** A number worked out from figures of `metric`; `unit` where it is not the metric's. */
  value(value: string | Decimal | null, metric: Metric, place: Writing & { unit?: Unit } = {}): Written {
    const href = this.href(metric.id, place);
    if (value === null) return { text: this.words.shell.noValue, exact: this.words.reasons.no_data!, href };
    const unit = place.unit ?? metric.unit;
    const text = valueText(place.printed ?? value, unit, this.language, place.form ?? "prose");
    return {
      text: place.signed ? signed(text) : text,
      exact: exactText(value, unit, this.language),
      href,
    };
  }

  /** A number of a table, as it stands under a header that carries the unit. */
  quantity({ metric, value, reason, unit, ...place }: Quantity): Written {
    const written = this.value(value, metric, { ...place, unit, form: "table" });
    if (value === null) return { ...written, exact: this.words.reasons[reason ?? "no_data"] ?? "" };
    return { ...written, text: written.text.replace("%", "") };
  }

  /** What a tier, a class, a status or a month is called. */
  member(dimension: Dimension, member: string): string {
    return memberName(dimension, member, { words: this.words, language: this.language, institutions: new Map() });
  }

  href(metricId: string, place: Place = {}): string {
    const filter = place.unfiltered ? {} : this.scope.where;
    const region = place.region ?? this.scope.region;
    const scope = { ...this.scope, region, where: { ...filter, ...place.where } };
    const other = place.period ? { ...scope, period: place.period, compare: place.compare ?? null } : scope;
    const extra = {
      ...(place.reading ? { reading: place.reading } : {}),
      ...(place.cell ? { cell: cellText(place.cell) } : {}),
      ...(place.base && Object.keys(place.base).length > 0 ? { base: baseText(place.base) } : {}),
      ...place.extra,
    };
    return scopedHref(`/metrics/${metricId}`, other, extra);
  }
}
