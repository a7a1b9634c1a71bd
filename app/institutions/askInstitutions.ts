import { listInstitutions } from "@/db/queries/listInstitutions";
import type { Institution } from "@/domain/institution";
import { answerAll } from "@/figures/answer";
import type { Answer, AnswerRow } from "@/figures/question";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { type PlacedInstitution, placedInstitutions } from "@/reports/institutions/group";
import { peersByTier, type TierPeers, tierQuestion } from "@/reports/institutions/peers";
import { institutions as table } from "@/reports/tables/institutions";
import type { Shown } from "../shown";

/** Everything that 机构 shows, exact; nothing is written yet. */
export interface Institutions {
  readonly list: ReadonlyMap<string, Institution>;
  readonly placed: readonly PlacedInstitution[];
  readonly tiers: readonly TierPeers[];
  /** All payments of the region and scheme, whatever the filter: the base of shares. */
  readonly region: AnswerRow;
  readonly inpatients: AnswerRow;
  /** What the table of the page is built from. */
  readonly answers: readonly Answer[];
}

/** Asks the stored totals everything that 机构 needs, at once. */
export async function askInstitutions({ installation, scope, files }: Shown): Promise<Institutions> {
  const [answers, list] = await Promise.all([
    answerAll(installation, [
      ...table.questions({ scope, by: null }),
      tierQuestion(scope),
      { ...scope, where: {}, by: [], metrics: [poolPay.id] },
    ]),
    listInstitutions(installation.database, files),
  ]);
  const [whole, inpatients, byTier, region] = answers as [Answer, Answer, Answer, Answer];
  const placed = placedInstitutions([whole, inpatients], list);
  return {
    list,
    placed,
    tiers: peersByTier(placed, byTier),
    region: region.total,
    inpatients: inpatients.total,
    answers: [whole, inpatients],
  };
}
