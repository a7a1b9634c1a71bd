import { policyParameterOn } from "@/db/queries/policyParameterOn";
import { firstMonth, lastMonth } from "@/domain/period";
import type { PolicyParameter } from "@/domain/policyParameter";
import { fill } from "@/messages/fill";
import { percent } from "@/messages/numbers";
import { monthInWords } from "@/messages/period";
import { documentOf } from "@/reports/localRules";
import type { Shown } from "../shown";
import type { Writer } from "../writing";

/** 综合报销比例政策线, only where it holds over the whole period; null shows nothing. */
export async function readPolicyLine({ installation, scope }: Shown): Promise<PolicyParameter | null> {
  const id = "comprehensive_reimbursement_line";
  const line = await policyParameterOn(installation.database, scope.region, id, lastMonth(scope.period));
  return line && line.validFrom <= firstMonth(scope.period) ? line : null;
}

export const lineValue = ({ value }: PolicyParameter): string => percent(value);

/** （赣医保发〔2018〕1号，2018年1月起执行，示例县）; without a document or not confirmed: 本地参数，待确认. */
export function lineBasis(line: PolicyParameter, { region }: Shown, writer: Writer): string {
  const { hardshipPage: words, localRules, shell } = writer.words;
  const document = documentOf(line.documentNumber, writer);
  const isDoubtful = !line.confirmed && document !== localRules.unconfirmed;
  return fill(line.validTo ? words.lineBasisTo : words.lineBasis, {
    document: isDoubtful ? [document, localRules.unconfirmed].join(shell.and) : document,
    from: monthInWords(line.validFrom, writer.language),
    to: line.validTo ? monthInWords(line.validTo, writer.language) : "",
    region: region.name,
  });
}
