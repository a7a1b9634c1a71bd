import {
  type FundingLine,
  type FundingRole,
  fundingLinesOf,
  premiumLines,
  type SourceLevel,
} from "@/domain/fundingLines";

/** Conditions on the line of a funding row, for the definitions of funding measures. */
const isOneOf = (lines: readonly FundingLine[]) => `line in (${lines.map((line) => `'${line}'`).join(", ")})`;
const isLineOf = (...roles: FundingRole[]) => isOneOf(roles.flatMap(fundingLinesOf));

export const isFundLine = isLineOf("fund");
export const isDeductionLine = isLineOf("deduction");
export const isIncomeLine = isLineOf("fund", "income", "apart");
export const isPremiumLine = isOneOf(premiumLines);

const isLine = (line: FundingLine, level?: SourceLevel) =>
  `line = '${line}'${level ? ` and source_level = '${level}'` : ""}`;

/** Planned yuan of a line; null where the plan has no such line. */
export const plannedOf = (line: FundingLine, level?: SourceLevel) =>
  `sum(planned_amount) filter (where ${isLine(line, level)})`;

/** Yuan of a line in place by the period's last day; null where the plan has no such line. */
export const inPlaceOf = (line: FundingLine, level?: SourceLevel) =>
  `sum(arrived_amount) filter (where ${isLine(line, level)})`;

/** Yuan per head of a line; null where the plan does not say, or says several. */
export const perHeadOf = (line: FundingLine, level?: SourceLevel) =>
  `case when count(distinct per_head) filter (where ${isLine(line, level)}) = 1
    then max(per_head) filter (where ${isLine(line, level)}) end`;

/** Heads that a line is planned for; null where the plan does not say. */
export const headsOf = (line: FundingLine, level?: SourceLevel) => `sum(heads) filter (where ${isLine(line, level)})`;

/** Yuan per head over lines; null when one of them does not say, 0 when there is no such line. */
export const sumPerHead = (condition: string) =>
  `case when count(*) filter (where ${condition} and per_head is null) = 0
    then coalesce(sum(per_head) filter (where ${condition}), 0) end`;
