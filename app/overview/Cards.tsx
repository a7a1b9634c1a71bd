import { FigureValue, type Written } from "@/components/FigureValue";
import { type Sentence, SentenceText } from "@/components/SentenceText";
import { decimal } from "@/domain/money";
import burnRate from "@/metrics/definitions/burn_rate";
import burnRateByEnrolment from "@/metrics/definitions/burn_rate_by_enrolment";
import feePerCase from "@/metrics/definitions/fee_per_case";
import casesPerHundred from "@/metrics/definitions/inpatient_cases_per_hundred_enrolled";
import linearProgress from "@/metrics/definitions/linear_progress";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { inpatient } from "@/reports/inpatients";
import { itemQuantity, type View } from "@/reports/projection/items";
import { isAbove, say, written } from "../projection/prose";
import { routes } from "../routes";
import { scopedHref } from "../scope";
import type { Writer } from "../writing";
import type { Overview } from "./askOverview";

interface Card {
  readonly label: string;
  readonly figure: Written;
  readonly warning?: boolean;
  readonly note: readonly Sentence[];
}

/**
 * Four large figures. A figure without a value says why instead of leaving a gap; where no year's end can be named, the
 * fee per case takes its place.
 */
export function Cards({ overview, writer }: { overview: Overview; writer: Writer }) {
  const yearEnd = overview.projection && yearEndCard(overview.projection, writer);
  const others = [growth(overview, writer), volume(overview, writer)];
  const cards = [burn(overview, writer), ...(yearEnd ? [yearEnd] : []), ...others, fee(overview, writer)].slice(0, 4);
  return (
    <dl className="cards" aria-label={writer.words.overview.cardsTitle}>
      {cards.map(({ label, figure, warning, note }) => (
        <div key={label} className="card">
          <dt>{label}</dt>
          <dd className="card-figure">
            <FigureValue figure={figure} tone={warning ? "warning" : undefined} />
          </dd>
          <dd className="note">
            {note.map((sentence, index) => (
              <span key={sentence[0]?.template}>
                {index > 0 && " · "}
                <SentenceText sentence={sentence} />
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const text = (template: string, values: Sentence[number]["values"] = {}): Sentence => [{ template, values }];

function burn({ whole }: Overview, writer: Writer): Card {
  const { overview: words } = writer.words;
  const figure = writer.figure(whole.values, burnRate);
  if (whole.values.burn_rate?.value == null) return { label: words.burnRate, figure, note: [text(figure.exact)] };
  const note = [text(words.control, { control: writer.figure(whole.values, linearProgress) })];
  if (whole.values.burn_rate_by_enrolment?.value != null) {
    note.push(text(words.byEnrolled, { rate: writer.figure(whole.values, burnRateByEnrolment) }));
  }
  const ahead = whole.values.burn_rate_ahead_of_linear_progress?.value;
  return { label: words.burnRate, figure, warning: ahead != null && decimal(ahead).greaterThan(0), note };
}

/** 全年预计, held against the available fund; null without one. */
function yearEndCard(view: View, writer: Writer): Card | null {
  const { overview: words } = writer.words;
  const over = isAbove(view, "use", 1);
  if (over === null) return null;
  const figure = written(itemQuantity(view, "use"), writer);
  const interval = { low: say(view, "use_low.80", writer), high: say(view, "use_high.80", writer) };
  const more = { text: writer.words.shell.projection, href: scopedHref(routes.projection, writer.scope) };
  const note = view.outcome.end.spread.kind === "known" ? [text(words.yearEndInterval, interval)] : [];
  return { label: words.yearEnd, figure, warning: over, note: [...note, text("{more}", { more })] };
}

function growth({ whole: { compare } }: Overview, writer: Writer): Card {
  const { overview: words } = writer.words;
  const figure = writer.value(compare?.growth.pool_pay_amount ?? null, poolPay, {
    reading: "growth",
    unit: "percent",
    signed: true,
  });
  const change = compare?.change.pool_pay_amount;
  const amount =
    change == null ? null : writer.value(change, poolPay, { form: "table", signed: true, reading: "change" });
  const note = amount ? [text(`{amount}${writer.words.units.yuan}`, { amount })] : [text(figure.exact)];
  return { label: words.expenditureGrowth, figure, note };
}

function volume({ whole: { values, compare } }: Overview, writer: Writer): Card {
  const { overview: words } = writer.words;
  const figure = writer.figure(values, casesPerHundred, { form: "table" });
  if (values[casesPerHundred.id]?.value == null)
    return { label: words.casesPerHundred, figure, note: [text(figure.exact)] };
  const note = [text(words.unitCases)];
  if (compare) {
    const then = writer.figure(compare.values, casesPerHundred, { form: "table", period: writer.scope.compare! });
    note.push(text(words.samePeriod, { value: then }));
  }
  return { label: words.casesPerHundred, figure, note };
}

function fee({ inpatients }: Overview, writer: Writer): Card {
  const { overview: words } = writer.words;
  const place = { form: "table", where: inpatient } as const;
  const figure = writer.figure(inpatients?.values, feePerCase, place);
  const note = [text(words.unitYuanPerCase)];
  if (inpatients?.compare) {
    const { values, growth } = inpatients.compare;
    note.push(
      text(words.samePeriod, { value: writer.figure(values, feePerCase, { ...place, period: writer.scope.compare! }) }),
      text("{growth}", {
        growth: writer.value(growth.fee_per_case ?? null, feePerCase, {
          ...place,
          reading: "growth",
          unit: "percent",
          signed: true,
        }),
      }),
    );
  }
  return { label: words.feePerCase, figure, note };
}
