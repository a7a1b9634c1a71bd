import { type FundingLine, type FundingRole, fundingLinesOf, type SourceLevel } from "@/domain/fundingLines";

/** Conditions on the line of a funding row, for the definitions of funding measures. */
const isLineOf = (...roles: FundingRole[]) =>
  `line in (${roles
    .flatMap(fundingLinesOf)
    .map((line) => `'${line}'`)
    .join(", ")})`;

export const isFundLine = isLineOf("fund");
export const isDeductionLine = isLineOf("deduction");
export const isIncomeLine = isLineOf("fund", "income", "apart");
export const isPremiumLine = "line in ('serious_illness_premium', 'accident_premium')";

const isLine = (line: FundingLine, level?: SourceLevel) =>
  `line = '${line}'${level ? ` and source_level = '${level}'` : ""}`;

/** Planned yuan of a line; null where the plan has no such line. */
export const plannedOf = (line: FundingLine, level?: SourceLevel) =>
  `sum(planned_amount) filter (where ${isLine(line, level)})`;

/** Yuan of a line in place by the period's last day; null where the plan has no such line. */
export const inPlaceOf = (line: FundingLine, level?: SourceLevel) =>
  `sum(arrived_amount) filter (where ${isLine(line, level)})`;

/** Yuan per head over lines; null when one of them does not say, 0 when there is no such line. */
export const sumPerHead = (condition: string) =>
  `case when count(*) filter (where ${condition} and per_head is null) = 0
    then coalesce(sum(per_head) filter (where ${condition}), 0) end`;
