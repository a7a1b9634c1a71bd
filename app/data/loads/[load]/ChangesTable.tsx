import { numberHeads, ScrollTable } from "@/components/ScrollTable";
import type { LoadRow } from "@/db/queries/readLoad";
import { movesFigures } from "@/domain/load";
import { type Decimal, decimal, sum } from "@/domain/money";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";
import type { Language } from "@/messages/language";
import { monthList } from "@/messages/monthList";
import { count, signed, yuan } from "@/messages/numbers";
import { monthInWords } from "@/messages/period";

/** What the load changes of settlements, month by month, with the sum of the changes. */
export function ChangesTable({ load, words, language }: { load: LoadRow; words: Messages; language: Language }) {
  const { dataPages: texts } = words;
  const changes = load.report.changes.filter(movesFigures);
  const within = load.report.changes.filter((change) => !movesFigures(change)).map(({ month }) => month);
  const cases = changes.map((change) => decimal(change.cases_after).minus(change.cases_before));
  const pay = changes.map((change) => decimal(change.pool_pay_after).minus(change.pool_pay_before));
  const columns = [
    texts.casesBefore,
    texts.casesAfter,
    texts.casesChange,
    texts.poolPayBefore,
    texts.poolPayAfter,
    texts.poolPayChange,
  ];
  return (
    <section className="section" aria-labelledby="changes">
      <h2 id="changes" className="heading">
        {load.state === "published" ? texts.changesPublishedTitle : texts.changesTitle}
      </h2>
      {load.report.changes.length === 0 && <p className="text-quiet">{texts.noChanges}</p>}
      {within.length > 0 && <p>{fill(texts.changesWithin, { months: monthList(within, language) })}</p>}
      {changes.length > 0 && (
        <ScrollTable
          label={texts.changesTitle}
          heads={[texts.month, ...numberHeads(columns)]}
          foot={
            <tr>
              <th scope="row" colSpan={3}>
                {texts.total}
              </th>
              <td className="number">{casesText(sum(cases))}</td>
              <td colSpan={2} />
              <td className="number">{payText(sum(pay))}</td>
            </tr>
          }
        >
          {changes.map((change, index) => (
            <tr key={change.month}>
              <th scope="row">{monthInWords(change.month, language)}</th>
              <td className="number">{count(change.cases_before)}</td>
              <td className="number">{count(change.cases_after)}</td>
              <td className="number">{casesText(cases[index]!)}</td>
              <td className="number">{yuan(change.pool_pay_before, "table")}</td>
              <td className="number">{yuan(change.pool_pay_after, "table")}</td>
              <td className="number">{payText(pay[index]!)}</td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </section>
  );
}

const casesText = (change: Decimal) => signed(count(change));
const payText = (change: Decimal) => signed(yuan(change, "table"));
