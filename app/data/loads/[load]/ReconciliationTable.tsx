import { numberHeads, ScrollTable } from "@/components/ScrollTable";
import type { LoadReport, Reconciled } from "@/domain/load";
import { decimal } from "@/domain/money";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";
import { count, yuan } from "@/messages/numbers";

/** Rows and money: read = accepted + held + excluded, line by line. */
export function ReconciliationTable(props: { reconciliation: LoadReport["reconciliation"]; words: Messages }) {
  const { reconciliation, words } = props;
  const { dataPages: texts } = words;
  const { rows, total_fee_amount, pool_pay_amount, unreadable_amount_rows: unreadable } = reconciliation;
  return (
    <section className="section" aria-labelledby="reconciliation">
      <h2 id="reconciliation" className="heading">
        {texts.reconciliationTitle}
        <span className="note">{texts.reconciliationNote}</span>
      </h2>
      <ScrollTable
        label={texts.reconciliationTitle}
        heads={[
          texts.measure,
          ...numberHeads([texts.read, texts.accepted, texts.held, texts.excluded]),
          texts.balances,
        ]}
      >
        <Line label={texts.rows} amounts={rows} write={(rows) => count(String(rows))} words={words} />
        <Line label={texts.totalFee} amounts={total_fee_amount} write={(text) => yuan(text, "table")} words={words} />
        <Line label={texts.poolPay} amounts={pool_pay_amount} write={(text) => yuan(text, "table")} words={words} />
      </ScrollTable>
      {unreadable > 0 && <p className="note">{fill(texts.unreadable, { rows: unreadable })}</p>}
    </section>
  );
}

function Line<Amount extends string | number>(props: {
  label: string;
  amounts: Reconciled<Amount>;
  write: (amount: Amount) => string;
  words: Messages;
}) {
  const { label, amounts, write, words } = props;
  const { read, accepted, quarantined, excluded } = amounts;
  const balances = decimal(accepted).plus(quarantined).plus(excluded).equals(decimal(read));
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="number">{write(read)}</td>
      <td className="number">{write(accepted)}</td>
      <td className="number">{write(quarantined)}</td>
      <td className="number">{write(excluded)}</td>
      <td className={balances ? undefined : "worse"}>{balances ? words.dataPages.yes : words.dataPages.no}</td>
    </tr>
  );
}
