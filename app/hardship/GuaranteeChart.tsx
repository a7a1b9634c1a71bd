import { StackedShares } from "@/components/charts/StackedShares";
import { type Sentence, SentenceText, sentenceInPlainText } from "@/components/SentenceText";
import type { AnswerRow, Filter } from "@/figures/question";
import { fill } from "@/messages/fill";
import actualReimbursementRate from "@/metrics/definitions/actual_reimbursement_rate";
import { groupWhere, payers } from "@/reports/hardship/ask";
import { inpatient } from "@/reports/inpatients";
import type { Shown } from "../shown";
import type { Writer } from "../writing";
import { type Hardship, isNamed } from "./hardship";
import { lineBasis, lineValue } from "./policyLine";

/** Who pays the fee of each status: three layers, other guarantees, and what is left to the person. */
export function GuaranteeChart({ found, shown, writer }: { found: Hardship; shown: Shown; writer: Writer }) {
  const { hardshipPage: words, tables, shell } = writer.words;
  const { group, statuses, line } = found;
  const title = titleOf(found, writer);
  const names = [words.parts.pool, words.parts.serious, words.parts.aid, words.parts.other, words.parts.burden];
  const bar = (row: AnswerRow, id: string, label: string, where: Filter) => ({
    id,
    label,
    parts: payers.map((payer) => row.values[payer.id]?.value ?? "0"),
    end: writer.figure(row.values, actualReimbursementRate, { where: { ...inpatient, ...where } }),
  });
  const ofStatus = (row: AnswerRow) => {
    const status = row.key.hardship_status ?? "";
    return bar(row, status, writer.member("hardship_status", status), { hardship_status: [status] });
  };
  const named = statuses.filter(isNamed);
  const others = statuses.filter((row) => row.key.hardship_status === "none");
  const together = { ...bar(group, "group", tables.hardship.subtotal, groupWhere(writer.scope)), strong: true };
  return (
    <section className="chart keep-together" aria-labelledby="guarantee">
      <h2 id="guarantee" className="heading">
        <SentenceText sentence={title} />
        <span className="note">{words.guaranteeUnit}</span>
      </h2>
      <StackedShares
        bars={[...(named.length > 1 ? [together] : []), ...named.map(ofStatus), ...others.map(ofStatus)]}
        names={names}
        endName={words.rateLabel}
        line={line && { at: line.value, label: fill(words.line, { value: lineValue(line) }) }}
        summary={fill(words.guaranteeSummary, { title: sentenceInPlainText(title), parts: names.join(shell.and) })}
      />
      {line && (
        <p className="note">
          {fill(words.line, { value: lineValue(line) })}
          {lineBasis(line, shown, writer)}
        </p>
      )}
    </section>
  );
}

function titleOf({ group }: Hardship, writer: Writer): Sentence {
  const { hardshipPage: words } = writer.words;
  if (group.values[actualReimbursementRate.id]?.value == null) return [{ template: words.guaranteePlain, values: {} }];
  const where = { ...inpatient, ...groupWhere(writer.scope) };
  const rate = writer.figure(group.values, actualReimbursementRate, { where });
  return [{ template: words.guaranteeTitle, values: { rate } }];
}
