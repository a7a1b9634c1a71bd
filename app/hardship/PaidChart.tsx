import { ComparedBars } from "@/components/charts/ComparedBars";
import { decimal } from "@/domain/money";
import type { AnswerRow, Figure } from "@/figures/question";
import { fill } from "@/messages/fill";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { inpatient } from "@/reports/inpatients";
import type { Writer } from "../writing";
import { type Hardship, isNamed } from "./hardship";

/** Inpatient payments of each named status, this period and the compared one. */
export function PaidChart({ found, writer }: { found: Hardship; writer: Writer }) {
  const { hardshipPage: words } = writer.words;
  const named = found.statuses.filter(isNamed);
  const title = titleOf(named, writer);
  const size = (values: Readonly<Record<string, Figure>>) => values[poolPay.id]?.value ?? null;
  return (
    <section className="chart keep-together" aria-labelledby="paid">
      <h2 id="paid" className="heading">
        {title}
        <span className="note">{words.paidUnit}</span>
      </h2>
      <ComparedBars
        bars={named.map(({ key, values, compare }) => {
          const status = key.hardship_status ?? "";
          const place = { form: "table", where: { ...inpatient, hardship_status: [status] } } as const;
          return {
            id: status,
            label: writer.member("hardship_status", status),
            now: { size: size(values), figure: writer.figure(values, poolPay, place) },
            before: compare && {
              size: size(compare.values),
              figure: writer.figure(compare.values, poolPay, { ...place, period: writer.scope.compare! }),
            },
          };
        })}
        words={{ summary: `${title} ${words.paidUnit}`, now: words.now, before: words.before }}
        compact={named.length > 4}
      />
    </section>
  );
}

/** The status whose payments grew most: the one message of the picture. */
function titleOf(named: readonly AnswerRow[], writer: Writer): string {
  const { hardshipPage: words } = writer.words;
  const changed = named.flatMap((row) => {
    const change = row.compare?.change[poolPay.id];
    return change == null ? [] : [{ row, change: decimal(change) }];
  });
  const [first] = changed.sort((a, b) => b.change.comparedTo(a.change));
  if (!first?.change.greaterThan(0)) return words.paidPlain;
  return fill(words.paidTitle, { status: writer.member("hardship_status", first.row.key.hardship_status ?? "") });
}
