import type { AvailableFundBasis } from "@/domain/availableFundBasis";
import { type FundingLine, fundingLinesOf, premiumLines, type SourceLevel } from "@/domain/fundingLines";
import type { Receipt } from "@/figures/receipts";
import type { Metric } from "@/metrics/define";
import { registry } from "@/metrics/registry.gen";
import type { RowRole } from "./define";

/** A row of 筹资到位: its numbers by column, and which payments are its own. */
export interface FundingRow {
  readonly id: FundingRowId;
  readonly role: RowRole;
  readonly metrics: Readonly<Partial<Record<"per_head" | "heads" | "planned" | "in_place" | "rate", Metric>>>;
  readonly isOwn: (receipt: Receipt) => boolean;
}

type FundingRowId =
  | SourceLevel
  | "subsidy"
  | "total"
  | "premium"
  | "set_aside"
  | "pooled_fund"
  | "opening_surplus"
  | "available_fund";

const isOf = (lines: readonly FundingLine[], level?: SourceLevel) => (receipt: Receipt) =>
  lines.some((line) => line === receipt.line) && (level === undefined || receipt.level === level);

/** 中央、省、市、县：one line of subsidies each. */
const subsidyLevels = (["central", "province", "city", "county"] as const).map(
  (level): FundingRow => ({
    id: level,
    role: "part",
    metrics: {
      per_head: registry[`${level}_subsidy_per_head`],
      heads: registry[`${level}_subsidy_heads`],
      planned: registry[`${level}_subsidy_planned_amount`],
      in_place: registry[`${level}_subsidy_in_place_amount`],
      rate: registry[`${level}_subsidy_in_place_rate`],
    },
    isOwn: isOf(["subsidy"], level),
  }),
);

const individual: FundingRow = {
  id: "individual",
  role: "part",
  metrics: {
    per_head: registry.individual_per_head,
    heads: registry.individual_heads,
    planned: registry.individual_planned_amount,
    in_place: registry.individual_in_place_amount,
    rate: registry.individual_in_place_rate,
  },
  isOwn: isOf(["individual"]),
};

const pooledFund: FundingRow = {
  id: "pooled_fund",
  role: "subtotal",
  metrics: {
    per_head: registry.available_fund_standard_per_head,
    heads: registry.planned_enrolment,
    planned: registry.pooled_fund_amount,
    in_place: registry.pooled_fund_in_place_amount,
    rate: registry.pooled_fund_in_place_rate,
  },
  isOwn: () => false,
};

/** The lines that money is due on, in the order of the table. */
export const dueLines: readonly FundingRow[] = [...subsidyLevels, individual];

/** What leads from the county's fund to the fund that may be spent, on each basis. */
const lastRows: Record<AvailableFundBasis, readonly FundingRow[]> = {
  pooled_fund: [{ ...pooledFund, id: "available_fund", role: "total" }],
  // A quota is given, not added up: no total of the rows above.
  annual_quota: [
    pooledFund,
    {
      id: "available_fund",
      role: "subtotal",
      metrics: { planned: registry.available_fund_amount },
      isOwn: () => false,
    },
  ],
  pooled_fund_and_surplus: [
    pooledFund,
    {
      id: "opening_surplus",
      role: "part",
      metrics: { planned: registry.opening_surplus_amount },
      isOwn: isOf(["opening_surplus"]),
    },
    { id: "available_fund", role: "total", metrics: { planned: registry.available_fund_amount }, isOwn: () => false },
  ],
};

/** 中央、省、市、县、财政小计、个人缴费、基金总量、减：大病及意外险划拨、可用基金, in the order in which they add up. */
export function fundingRows(basis: AvailableFundBasis): FundingRow[] {
  return [
    ...subsidyLevels,
    {
      id: "subsidy",
      role: "subtotal",
      metrics: {
        per_head: registry.subsidy_per_head,
        heads: registry.planned_enrolment,
        planned: registry.subsidy_planned_amount,
        in_place: registry.subsidy_in_place_amount,
        rate: registry.subsidy_in_place_rate,
      },
      isOwn: isOf(["subsidy"]),
    },
    individual,
    {
      id: "total",
      role: "subtotal",
      metrics: {
        per_head: registry.fund_standard_per_head,
        heads: registry.planned_enrolment,
        planned: registry.total_fund_amount,
        in_place: registry.fund_in_place_amount,
        rate: registry.in_place_rate,
      },
      isOwn: isOf(fundingLinesOf("fund")),
    },
    {
      id: "premium",
      role: "less",
      metrics: {
        per_head: registry.premium_per_head,
        heads: registry.premium_heads,
        planned: registry.premium_amount,
        in_place: registry.premium_handed_over_amount,
        rate: registry.premium_handed_over_rate,
      },
      isOwn: isOf(premiumLines),
    },
    {
      id: "set_aside",
      role: "less",
      metrics: {
        per_head: registry.other_set_aside_per_head,
        heads: registry.other_set_aside_heads,
        planned: registry.other_set_aside_amount,
        in_place: registry.other_set_aside_handed_over_amount,
        rate: registry.other_set_aside_handed_over_rate,
      },
      isOwn: isOf(["other_set_aside"]),
    },
    ...lastRows[basis],
  ];
}
