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
    for (const [month, rows] of byMonth) {
      this.disturb(half, month, rows);
      this.hold(half, month, rows);
      if (!published.includes(half.period)) this.leaveUnclassified(month, rows);
      for (const row of rows) this.arrivals.add(this.arrival(row, month), row);
    }
    this.loneRefunds(byMonth);
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

  private disturb(half: HalfPlan, month: Month, rows: Settlement[]): void {
    const { random, numbering } = this;
    const monthsInHalf = monthsOf(half);
    const last = monthsInHalf.at(-1)!;
    // Each row is used for one oddity at most, so that they do not meet.
    const untouched = rows.map((_, i) => i).filter((i) => cashPay(rows[i]!.bill) > 20_00 && !rows[i]!.byHand);
    const each = (count: number, act: (row: Settlement, i: number) => void) => {
      for (let left = count; left > 0; left--) {
        const [i] = untouched.splice(random.below(untouched.length), 1);
        act(rows[i!]!, i!);
      }
    };
    const day = (row: Settlement) => Math.floor(row.settled / secondsPerDay);

    each(perMonth.reversedAtOnce, (row) => {
      const mistake = {
        ...row,
        id: numbering.next(day(row)),
        bill: earlierBill(row.bill, random.between(9_000, 9_800)),
        settled: row.settled - 900,
        updated: row.settled - 300,
        refunded: true,
        fundSlip: 0,
      };
      // Some systems write no original id: the pair is known by person, visit and amount.
      const reversalOf = random.chance(2_000) ? "" : mistake.id;
      const undone = this.reversal(mistake, day(row), {
        settled: row.settled - 600,
        updated: row.settled - 300,
        reversalOf,
      });
      this.arrivals.add(month, mistake);
      this.arrivals.add(month, undone);
    });
    if (month !== last)
      each(perMonth.reversedNextMonth, (row) => {
        const next = addMonths(month, 1);
        const undoneOn = firstDay(next) + random.between(2, 20);
        if (!isSteady(row.person, day(row), undoneOn)) return;
        const twin = {
          ...row,
          id: numbering.next(day(row)),
          settled: row.settled + 240,
          updated: row.settled + 500,
          fundSlip: 0,
        };
        this.arrivals.add(month, twin);
        this.arrivals.add(next, this.reversal(twin, undoneOn));
      });
    each(perMonth.duplicated, (row) => this.arrivals.add(month, row));
    each(perMonth.invalid, (row) =>
      this.arrivals.add(month, { ...row, id: numbering.next(day(row)), settled: row.settled - 120, valid: false }),
    );
    const older = (row: Settlement) => ({
      ...row,
      bill: earlierBill(row.bill, random.between(8_800, 9_900)),
      updated: row.settled + 10,
      fundSlip: 0,
    });
    if (!fileStyle(month).without.includes("UPDT_TIME"))
      each(perMonth.corrected, (row) => this.arrivals.add(month, older(row)));
    if (month !== lastMonth)
      each(perMonth.correctedNextMonth, (row, i) => {
        const next = addMonths(month, 1);
        this.arrivals.add(month, older(row));
        this.arrivals.add(next, {
          ...row,
          updated: firstDay(next) * secondsPerDay + random.between(86_400, 1_000_000),
        });
        rows.splice(i, 1, { ...row, settled: -1 });
      });
    this.splitStays(half, rows, untouched);
    for (let i = rows.length - 1; i >= 0; i--) if (rows[i]!.settled === -1) rows.splice(i, 1);
  }

  /** Long stays are billed once on the way: two rows of one visit, the first of which counts no case. */
  private splitStays(half: HalfPlan, rows: Settlement[], untouched: readonly number[]): void {
    const start = firstDay(monthsOf(half)[0]!);
    const long = untouched.filter((i) => {
      const { visitClass, begun, ended } = rows[i]!;
      return visitClass === "inpatient" && ended - begun >= 15 && begun + 8 >= start;
    });
    for (const i of long.slice(0, perMonth.midStays)) {
      const row = rows[i]!;
      const cut = row.begun + 8;
      if (!isSteady(row.person, cut, Math.floor(row.settled / secondsPerDay))) continue;
      const [first, final] = splitBill(row.bill, this.random.between(3_500, 6_000));
      const settled = cut * secondsPerDay + this.random.between(30_000, 60_000);
      this.arrivals.add(monthOf(settled), {
        ...row,
        id: this.numbering.next(cut),
        bill: first,
        ended: cut,
        settled,
        updated: settled + 60,
        midStay: true,
        fundSlip: 0,
      });
      rows[i] = { ...row, bill: final };
    }
  }

  /** Rows that a check must hold back: they look like others but for one cell. */
  private hold(half: HalfPlan, month: Month, rows: readonly Settlement[]): void {
    const spoil = (field: string, text: (row: Settlement) => string) => {
      const row = this.random.pick(rows);
      const id = this.numbering.next(Math.floor(row.settled / secondsPerDay));
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
    if (month === "2016-01")
      this.arrivals.add(
        month,
        this.reversal(this.random.pick(rows), firstDay(month) + 11, { reversalOf: "36103120151228000000001" }),
      );
  }

  private stray(month: Month, rows: readonly Settlement[], change: Partial<Settlement>): void {
    const row = this.random.pick(rows.filter(({ visitClass }) => visitClass === "outpatient"));
    const id = this.numbering.next(Math.floor(row.settled / secondsPerDay));
    this.arrivals.add(month, { ...row, id, ...change });
  }

  /** Marked as refunded while no row takes them back: such settlements do not count. */
  private loneRefunds(byMonth: ReadonlyMap<Month, readonly Settlement[]>): void {
    for (const month of ["2016-11", "2018-06"]) {
      const rows = byMonth.get(month);
      if (!rows) continue;
      for (let i = 0; i < 2; i++) {
        const row = this.random.pick(rows);
        const id = this.numbering.next(Math.floor(row.settled / secondsPerDay));
        this.arrivals.add(month, { ...row, id, refunded: true });
      }
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
