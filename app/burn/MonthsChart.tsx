import { type MonthAmount, MonthlyBars } from "@/components/charts/MonthlyBars";
import { decimal } from "@/domain/money";
import { periodBetween } from "@/domain/period";
import { fill } from "@/messages/fill";
import { moneyUnit } from "@/messages/numbers";
import { monthShort } from "@/messages/period";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import type { Writer } from "../writing";
import type { Burn, MonthPaid } from "./burn";

/** What every month cost, this year beside the year before. */
export function MonthsChart({ burn, writer }: { burn: Burn; writer: Writer }) {
  const { burn: words } = writer.words;
  const title = titleOf(burn, writer);
  const year = ([first]: readonly MonthPaid[]) => fill(words.year, { year: first!.month.slice(0, 4) });
  const amounts = (months: readonly MonthPaid[]) => months.map((month) => amountOf(month, writer));
  return (
    <section className="chart keep-together" aria-labelledby="months-title">
      <h2 id="months-title" className="heading">
        {title}
        <span className="note">{words.monthsUnit}</span>
      </h2>
      <MonthlyBars
        thisYear={amounts(burn.thisYear)}
        lastYear={burn.lastYear.some(({ paid }) => paid) ? amounts(burn.lastYear) : null}
        unit={moneyUnit(writer.language)}
        words={{
          summary: `${title} ${words.monthsUnit}`,
          thisYear: year(burn.thisYear),
          lastYear: year(burn.lastYear),
          missing: words.missing,
          months: Array.from({ length: 12 }, (_, index) => monthShort(index + 1, writer.language)),
        }}
      />
    </section>
  );
}

function amountOf({ month, paid }: MonthPaid, writer: Writer): MonthAmount {
  if (paid?.value == null) return "missing";
  const period = periodBetween(month, month);
  return { size: paid.value, figure: writer.value(paid.value, poolPay, { form: "table", period }) };
}

/** How many months cost more than the same month a year before, of those that both years have. */
function titleOf({ thisYear, lastYear }: Burn, { words: { burn: words } }: Writer): string {
  const pairs = thisYear.flatMap(({ paid }, index) => {
    const then = lastYear[index]?.paid;
    return paid?.value != null && then?.value != null
      ? [{ now: decimal(paid.value), before: decimal(then.value) }]
      : [];
  });
  const higher = pairs.filter(({ now, before }) => now.greaterThan(before)).length;
  if (pairs.length === 0) return words.monthsPlain;
  if (higher === 0) return words.monthsTitleNone;
  if (higher === pairs.length) return words.monthsTitleAll;
  return fill(words.monthsTitle, { higher, months: pairs.length });
}
