import type { Day, Second } from "./calendar";
import type { Institution } from "./institutions";
import type { Person } from "./population";

/** The parts of a bill in fen, none negative; every other amount of the row follows from them. */
export interface Bill {
  readonly ownPay: number;
  readonly overLimit: number;
  readonly preSelf: number;
  readonly inScope: number;
  readonly pool: number;
  readonly supplementary: number;
  readonly seriousIllness: number;
  readonly aid: number;
  readonly other: number;
  readonly account: number;
  readonly hospital: number;
  /** Deductible of the institution, and what of it was paid. */
  readonly deductible: number;
  readonly deductiblePaid: number;
}

/** One row of an extract. `negative` rows print every amount with a minus sign. */
export interface Settlement {
  readonly id: string;
  readonly visit: string;
  readonly person: Person;
  readonly institution: Institution;
  readonly visitClass: "inpatient" | "outpatient" | "chronic";
  readonly medicalType: string;
  readonly disease: string;
  readonly begun: Day;
  readonly ended: Day;
  readonly settled: Second;
  readonly updated: Second;
  readonly voucher: string;
  /** Reimbursed by hand at the bureau's counter: such rows arrive late. */
  readonly byHand: boolean;
  readonly bill: Bill;
  readonly negative: boolean;
  readonly reversalOf: string;
  readonly refunded: boolean;
  readonly valid: boolean;
  /** A bill during the stay: its money counts, the stay is counted on the final row. */
  readonly midStay: boolean;
  /** Added to FUND_PAY_SUMAMT alone: the few rows whose parts do not add up. */
  readonly fundSlip: number;
  /** What somebody typed over a cell: standard field and text. */
  readonly spoilt: { readonly field: string; readonly text: string } | null;
}

export function totalFee(bill: Bill): number {
  return bill.ownPay + bill.overLimit + bill.preSelf + bill.inScope;
}

export function fundPay(bill: Bill): number {
  return bill.pool + bill.supplementary + bill.seriousIllness + bill.aid + bill.other;
}

/** What neither a fund nor the hospital bears. */
export function personPay(bill: Bill): number {
  return totalFee(bill) - fundPay(bill) - bill.hospital;
}

export function cashPay(bill: Bill): number {
  return personPay(bill) - bill.account;
}
