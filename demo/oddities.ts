import { addMonths, type Month } from "@/domain/period";
import { earlierBill, splitBill } from "./bills";
import { type Day, dayOf, firstDay, monthOf, secondsPerDay } from "./calendar";
import { fileStyle } from "./fileStyles";
import { isSteady } from "./hardship";
import type { Institution } from "./institutions";
import { type HalfPlan, lastMonth, monthsOf } from "./plan";
import type { Random } from "./random";
import { cashPay, type Settlement, totalFee } from "./settlement";
import type { Numbering } from "./visits";

/** Rows by the month of the file that brings them. */
export class Arrivals {
  private readonly byMonth = new Map<Month, Settlement[]>();

  add(month: Month, row: Settlement): void {
    const rows = this.byMonth.get(month);
    if (rows) rows.push(row);
    else this.byMonth.set(month, [row]);
  }

  /** The rows of a month's file in the order of settlement; they are given once. */
  take(month: Month): Settlement[] {
    const rows = this.byMonth.get(month) ?? [];
    this.byMonth.delete(month);
    return rows.sort((a, b) => a.settled - b.settled || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.updated - b.updated));
  }
}

const perMonth = {
  reversedAtOnce: 12,
  reversedNextMonth: 6,
  duplicated: 9,
  corrected: 6,
  correctedNextMonth: 4,
  invalid: 8,
  midStays: 5,
};

/** Halves whose totals are published hold nothing that would fall outside the published classes. */
const published = ["2017H1", "2018H1"];
const loneRefundMonths: readonly Month[] = ["2016-11", "2018-06"];

/** A long stay is billed on its ninth day for the first time. */
const daysBeforeFirstBill = 8;

function dayOfSettlement({ settled }: Settlement): Day {
  return Math.floor(settled / secondsPerDay);
}

/** Long enough for a bill on the way, which falls into the same half and finds the person in the same group. */
function isLongStay(row: Settlement, half: HalfPlan): boolean {
  const firstBill = row.begun + daysBeforeFirstBill;
  return (
    row.visitClass === "inpatient" &&
    row.ended - row.begun >= 15 &&
    firstBill >= firstDay(monthsOf(half)[0]!) &&
    isSteady(row.person, firstBill, dayOfSettlement(row))
  );
}

/**
 * Everything that makes a real extract untidy, added to a half's settlements so that its totals stay what they are:
 * what is added nets out, never counts, or splits a row into two that add up to it.
 */
export class Oddities {
  constructor(
    private readonly random: Random,
    private readonly numbering: Numbering,
    private readonly arrivals: Arrivals,
  ) {}

  /** Files a half's settlements under the months in which they arrive. `settlements` is in any order. */
  spread(half: HalfPlan, settlements: readonly Settlement[]): void {
    const byMonth = new Map<Month, Settlement[]>(monthsOf(half).map((month) => [month, []]));
    for (const settlement of settlements) byMonth.get(monthOf(settlement.settled))!.push(settlement);
    for (const [month, drawn] of byMonth) {
      const rows = this.disturb(half, month, drawn);
      this.hold(half, month, rows);
      if (!published.includes(half.period)) this.leaveUnclassified(month, rows);
      if (loneRefundMonths.includes(month)) this.refundAlone(month, rows);
      for (const row of rows) this.arrivals.add(this.arrival(row, month), row);
    }
  }

  /** A later reversal of a settlement that stays counted in its own month. */
  reversal(original: Settlement, day: Day, extra: Partial<Settlement> = {}): Settlement {
    const settled = day * secondsPerDay + this.random.between(8 * 3600, 17 * 3600);
    return {
      ...original,
      id: this.numbering.next(day),
      settled,
      updated: settled + 60,
      negative: true,
      refunded: true,
      reversalOf: original.id,
      fundSlip: 0,
      ...extra,
    };
  }

  /**
   * Adds what nets out or is replaced, each to a row of its own so that two oddities never meet. Gives the rows that
   * are still to be filed: without those that arrive corrected, with the final bills of split stays.
   */
  private disturb(half: HalfPlan, month: Month, rows: readonly Settlement[]): Settlement[] {
    const { random } = this;
    const next = addMonths(month, 1);
    const usual = rows.filter(({ bill, byHand }) => cashPay(bill) > 20_00 && !byHand);
    const take = (count: number) =>
      Array.from({ length: count }, () => usual.splice(random.below(usual.length), 1)[0]!);
    const filed = new Set(rows);

    for (const row of take(perMonth.reversedAtOnce)) this.reverseAtOnce(month, row);
    if (month !== monthsOf(half).at(-1))
      for (const row of take(perMonth.reversedNextMonth)) this.reverseNext(month, row);
    for (const row of take(perMonth.duplicated)) this.arrivals.add(month, row);
    for (const row of take(perMonth.invalid)) {
      const id = this.numbering.next(dayOfSettlement(row));
      this.arrivals.add(month, { ...row, id, settled: row.settled - 120, valid: false });
    }
    // Without a time of update nobody could tell which of two rows in one file is the newer.
    if (!fileStyle(month).without.includes("UPDT_TIME"))
      for (const row of take(perMonth.corrected)) this.arrivals.add(month, this.beforeCorrection(row));
    if (month !== lastMonth)
      for (const row of take(perMonth.correctedNextMonth)) {
        const updated = firstDay(next) * secondsPerDay + random.between(86_400, 1_000_000);
        this.arrivals.add(month, this.beforeCorrection(row));
        this.arrivals.add(next, { ...row, updated });
        filed.delete(row);
      }
    for (const row of usual.filter((row) => isLongStay(row, half)).slice(0, perMonth.midStays)) {
      filed.delete(row);
      filed.add(this.splitStay(row));
    }
    return [...filed];
  }

  /** Settled by mistake, taken back within minutes, settled again as `row`. */
  private reverseAtOnce(month: Month, row: Settlement): void {
    const { random, numbering } = this;
    const day = dayOfSettlement(row);
    const updated = row.settled - 300;
    const mistake = {
      ...row,
      id: numbering.next(day),
      bill: earlierBill(row.bill, random.between(9_000, 9_800)),
      settled: row.settled - 900,
      updated,
      refunded: true,
      fundSlip: 0,
    };
    // Some systems write no original id: the pair is known by person, visit and amount.
    const reversalOf = random.chance(2_000) ? "" : mistake.id;
    this.arrivals.add(month, mistake);
    this.arrivals.add(month, this.reversal(mistake, day, { settled: row.settled - 600, updated, reversalOf }));
  }

  /** Settled twice; the second is found and taken back the month after, when the first file has long been sent. */
  private reverseNext(month: Month, row: Settlement): void {
    const day = dayOfSettlement(row);
    const next = addMonths(month, 1);
    const undoneOn = firstDay(next) + this.random.between(2, 20);
    if (!isSteady(row.person, day, undoneOn)) return;
    const settled = row.settled + 240;
    const twin = { ...row, id: this.numbering.next(day), settled, updated: settled + 260, fundSlip: 0 };
    this.arrivals.add(month, twin);
    this.arrivals.add(next, this.reversal(twin, undoneOn));
  }

  /** The row as it stood before it was corrected. */
  private beforeCorrection(row: Settlement): Settlement {
    const bill = earlierBill(row.bill, this.random.between(8_800, 9_900));
    return { ...row, bill, updated: row.settled + 10, fundSlip: 0 };
  }

  /** Files a bill on the way, which counts no case, and gives the final row with what is left. */
  private splitStay(row: Settlement): Settlement {
    const cut = row.begun + daysBeforeFirstBill;
    const [bill, final] = splitBill(row.bill, this.random.between(3_500, 6_000));
    const settled = cut * secondsPerDay + this.random.between(30_000, 60_000);
    const id = this.numbering.next(cut);
    const onTheWay = { ...row, id, bill, ended: cut, settled, updated: settled + 60, midStay: true, fundSlip: 0 };
    this.arrivals.add(monthOf(settled), onTheWay);
    return { ...row, bill: final };
  }

  /** Rows that a check must hold back: they look like others but for one cell. */
  private hold(half: HalfPlan, month: Month, rows: readonly Settlement[]): void {
    const spoil = (field: string, text: (row: Settlement) => string) => {
      const row = this.random.pick(rows);
      const id = this.numbering.next(dayOfSettlement(row));
      this.arrivals.add(month, { ...row, id, spoilt: { field, text: text(row) } });
    };
    spoil("PSN_NO", () => "");
    const afterwards = firstDay(addMonths(month, 1)) * secondsPerDay + 600;
    const late = this.random.pick(rows);
    const id = this.numbering.next(dayOf(`${addMonths(month, 1)}-01`));
    this.arrivals.add(month, { ...late, id, settled: afterwards, updated: afterwards + 30 });
    // An unreadable amount cannot be part of the file's own total row.
    if (fileStyle(month).totals) return;
    spoil("HIFP_PAY", () => "1,2O4.5");
    spoil("MEDFEE_SUMAMT", ({ bill }) => `${Math.floor(totalFee(bill) / 100)}.125`);
    if (!published.includes(half.period))
      spoil("HIFP_PAY", ({ bill }) => `${Math.floor(totalFee(bill) / 100) + 1_000}.00`);
  }

  /** A medical type that no code map knows, an institution that no list has. */
  private leaveUnclassified(month: Month, rows: readonly Settlement[]): void {
    if (month.endsWith("-08") || month.endsWith("-09")) this.stray(month, rows, { medicalType: "9905" });
    if (month.endsWith("-10")) this.stray(month, rows, { institution: unknownInstitution });
    // The original was settled before the first month that the bureau handed in.
    if (month === "2016-01") {
      const undoneOn = firstDay(month) + 11;
      const row = this.random.pick(rows.filter((candidate) => dayOfSettlement(candidate) < undoneOn));
      this.arrivals.add(month, this.reversal(row, undoneOn, { reversalOf: "36103120151228000000001" }));
    }
  }

  private stray(month: Month, rows: readonly Settlement[], change: Partial<Settlement>): void {
    const row = this.random.pick(rows.filter(({ visitClass }) => visitClass === "outpatient"));
    const id = this.numbering.next(dayOfSettlement(row));
    this.arrivals.add(month, { ...row, id, ...change });
  }

  /** Marked as refunded while no row takes them back: such settlements do not count. */
  private refundAlone(month: Month, rows: readonly Settlement[]): void {
    for (let i = 0; i < 2; i++) {
      const row = this.random.pick(rows);
      this.arrivals.add(month, { ...row, id: this.numbering.next(dayOfSettlement(row)), refunded: true });
    }
  }

  private arrival(row: Settlement, month: Month): Month {
    const late = row.byHand ? 2_600 : 50;
    if (!this.random.chance(late)) return month;
    const due = addMonths(month, this.random.chance(2_000) ? 2 : 1);
    return due < lastMonth ? due : lastMonth;
  }
}

const unknownInstitution: Institution = {
  code: "H36103199999",
  name: "示例县新开诊所",
  level: "",
  region: "",
  ownership: "private",
  villageClinic: false,
  tierOverride: "",
  reason: "",
  begins: "2016-01-01",
  tier: "unclassified",
  township: "",
  size: 0,
};
