import type { Month } from "@/domain/period";

/** The policy numbers that pages compare with, and how each is counted. A percent is stored as a fraction. */
export const policyParameterUnits = {
  /** 综合报销比例政策线: what the triple guarantee of the hardship groups should reach. */
  comprehensive_reimbursement_line: "percent",
} as const;
export type PolicyParameterId = keyof typeof policyParameterUnits;

/** A policy number as a document sets it for a region and some months. */
export interface PolicyParameter {
  readonly id: PolicyParameterId;
  /** Exact decimal in the unit of `policyParameterUnits`. */
  readonly value: string;
  /** 文号; null where nobody has entered it. */
  readonly documentNumber: string | null;
  readonly validFrom: Month;
  /** The last month, or null while it is in force. */
  readonly validTo: Month | null;
  /** 适用地区. */
  readonly region: string;
  /** False: shown as 本地参数，待确认. */
  readonly confirmed: boolean;
}

/** The parameter that holds in a month; of several the one that began last. Null: there is none, so nothing is shown. */
export function parameterOn(
  parameters: readonly PolicyParameter[],
  id: PolicyParameterId,
  month: Month,
): PolicyParameter | null {
  const holding = parameters.filter(
    (parameter) =>
      parameter.id === id && parameter.validFrom <= month && (parameter.validTo === null || month <= parameter.validTo),
  );
  return holding.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? null;
}
