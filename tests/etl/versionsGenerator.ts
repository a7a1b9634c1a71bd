import type { StagedRow, TestExtract } from "./versionsWorld";

export const months = ["2020-10", "2020-11", "2020-12", "2021-01", "2021-02", "2021-03"];

/**
 * Loads full of what goes wrong. With few ids everything meets everything; with many, a load reaches few of the other
 * months, and those must be found.
 */
export class LoadGenerator {
  constructor(
    private readonly random: () => number,
    private readonly ids = 30,
    private readonly persons = 3,
  ) {}

  /** Everything written so far: refunds take back what an earlier load brought. */
  private readonly written: StagedRow[] = [];

  private number(below: number): number {
    return Math.floor(this.random() * below);
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.number(choices.length)]!;
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  load(coverage: readonly string[] = this.coverage()): TestExtract[] {
    const extracts: TestExtract[] = [{ kind: "settlements", coverage, rows: this.settlements(coverage) }];
    if (this.chance(0.2)) extracts.push({ kind: "hardship_registry", coverage: [], rows: this.registry() });
    if (this.chance(0.2)) extracts.push({ kind: "institutions", coverage: [], rows: this.institutions() });
    return extracts;
  }

  private coverage(): string[] {
    const first = this.number(months.length);
    return months.slice(first, first + (this.chance(0.3) ? 2 : 1));
  }

  settlements(coverage: readonly string[]): StagedRow[] {
    return Array.from({ length: 12 }, () => {
      const row = this.settlement(coverage);
      const taken = this.written.length > 0 && this.chance(0.2) ? this.refundOf(this.pick(this.written), row) : row;
      this.written.push(taken);
      return taken;
    });
  }

  /** A row that takes an original back, by its name or only by person, visit and amount. */
  private refundOf(original: StagedRow, row: StagedRow): StagedRow {
    const { settlement_key, person_key, visit_key, total_fee_amount, pool_pay_amount } = original;
    return {
      ...row,
      initial_settlement_key: this.chance(0.5) ? settlement_key! : null,
      person_key: person_key!,
      visit_key: visit_key!,
      refund_mark: true,
      total_fee_amount: `-${String(total_fee_amount).replace("-", "")}`,
      pool_pay_amount: `-${String(pool_pay_amount).replace("-", "")}`,
    };
  }

  private settlement(coverage: readonly string[]): StagedRow {
    const earlier = months.filter((month) => month < coverage[0]!);
    const month = earlier.length > 0 && this.chance(0.25) ? this.pick(earlier) : this.pick(coverage);
    const day = this.pick(["01", "15", "28"]);
    const fee = this.pick(["100.00", "100.00", "250.50", "0.00", "7.01"]);
    const flagged = this.chance(0.35);
    const minus = this.chance(flagged ? 0.5 : 0.05) && fee !== "0.00" ? "-" : "";
    const updated = this.chance(0.15) ? null : `2021-0${this.pick([4, 5, 6])}-01 00:00:00`;
    return {
      settlement_key: `s${this.number(this.ids)}`,
      initial_settlement_key: this.chance(0.12) ? `s${this.number(this.ids)}` : null,
      visit_key: this.chance(0.05) ? null : this.pick(["v1", "v2"]),
      person_key: this.chance(0.05) ? null : `p${this.number(this.persons)}`,
      certificate_key: this.pick(["c1", "c2", null]),
      insured_region: this.pick(["361031", "361031", null]),
      scheme: "390",
      settled_at: `${month}-${day} ${this.pick(["00:00:00", "10:30:00"])}`,
      month,
      updated_at: updated,
      medical_type: this.pick(["21", "21", "210101", "14", "11", "8888"]),
      institution: this.pick(["H1", "H2", "H3"]),
      institution_name: this.pick(["甲医院", "乙医院"]),
      hospital_level: this.pick(["02", "05", "08", "11", null]),
      institution_region: this.pick(["361031", "361031", "361002", "360111", "赣州市章贡区", null]),
      begun_on: `${month}-01`,
      ended_on: this.pick([`${month}-01`, `${month}-10`, null]),
      status_code: this.pick(["7131", "9999", null]),
      valid: !this.chance(0.08),
      refund_mark: this.chance(0.1) ? null : flagged,
      mid_stay: this.chance(0.1),
      counts_as_stay: this.pick([null, true, false]),
      total_fee_amount: `${minus}${fee}`,
      pool_pay_amount: `${minus}${this.pick(["60.00", "0.01"])}`,
      cash_pay_amount: this.pick([`${minus}5.00`, null]),
      late: !coverage.includes(month),
    };
  }

  registry(): StagedRow[] {
    return Array.from({ length: 5 }, () => {
      const byPerson = this.chance(0.7);
      return {
        person_key: byPerson ? `p${this.number(this.persons)}` : null,
        certificate_key: this.pick(["c1", "c2"]),
        identity_code: this.pick(["7131", "7202", "建档立卡贫困人口", "低保对象", "0000"]),
        begins_at: this.pick(["2020-01-01 00:00:00", "2020-12-15 00:00:00", "2021-02-10 09:00:00", null]),
        ends_at: this.pick(["2020-12-31 23:59:59.999999", "2021-02-28 23:59:59.999999", null]),
      };
    });
  }

  institutions(): StagedRow[] {
    return ["H1", "H2"].flatMap((institution): StagedRow[] => [
      {
        institution,
        name: `${institution}旧名`,
        hospital_level: this.pick(["05", "09", null]),
        institution_region: this.pick(["361031", "361002", "赣州市章贡区", null]),
        begins_on: null,
        ends_on: this.pick(["2020-12-31", null]),
      },
      {
        institution,
        name: `${institution}新名`,
        hospital_level: "03",
        institution_region: "361031",
        tier_override: this.pick(["city", null]),
        reason: this.pick(["市级医院分院", null]),
        begins_on: "2021-02-01",
        ends_on: null,
      },
    ]);
  }
}
