import { EmptyState } from "@/components/EmptyState";
import { type Sentence, SentenceText } from "@/components/SentenceText";
import { decimal } from "@/domain/money";
import { paceOf } from "@/domain/pace";
import type { Forecast } from "@/figures/forecast/forecast";
import availableFund from "@/metrics/definitions/available_fund_amount";
import burnRate from "@/metrics/definitions/burn_rate";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { refusalInWords } from "@/reports/projection/flags";
import { reportedPeriod } from "@/reports/projection/table";
import { routes } from "../routes";
import { scopedHref } from "../scope";
import type { Writer } from "../writing";

/** No figure of the year is given: why not, what to do, and what can be said all the same. */
export function Refused({ forecast, writer }: { forecast: Forecast; writer: Writer }) {
  const { projection: words } = writer.words;
  const { projection } = forecast;
  if (projection.kind !== "none") return null;
  return (
    <EmptyState title={words.refusedTitle}>
      {refusalInWords(forecast, writer).map((text) => (
        <p key={text}>{text}</p>
      ))}
      {projection.reason !== "gap_in_this_year" && (
        <p className="mt-4">
          <SentenceText sentence={soFar(forecast, writer)} />
        </p>
      )}
      <p className="mt-4">
        <a className="link" href={scopedHref(routes.data, writer.scope)}>
          {words.toData}
        </a>
      </p>
    </EmptyState>
  );
}

/** What is spent, of what, and what the months to come may cost: no projection is needed for it. */
function soFar(forecast: Forecast, writer: Writer): Sentence {
  const { projection: words, bases } = writer.words;
  const { projection, availableFund: fund, year } = forecast;
  const period = reportedPeriod(forecast);
  const available = fund.value === null ? null : decimal(fund.value);
  const paid = writer.value(projection.paid, poolPay, { period });
  if (!available?.greaterThan(0)) return [{ template: words.soFarAlone, values: { paid } }];
  const known = {
    paid,
    available: writer.value(available, availableFund, { period, unfiltered: true }),
    burn: writer.value(projection.paid.div(available), burnRate, { period }),
  };
  const { needed } = paceOf(projection.paid, available, period.months.length, year);
  if (!needed) return [{ template: words.soFar, values: known }];
  return [
    { template: words.soFar, values: known },
    {
      template: words.needed,
      values: {
        counted: bases[writer.scope.basis].counted,
        needed: writer.value(needed.monthlyMean, poolPay, { period, reading: "needed_mean" }),
      },
    },
  ];
}
