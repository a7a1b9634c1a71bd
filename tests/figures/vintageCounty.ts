import type { FactFile } from "@/domain/factFile";
import { addMonths, type Month, periodBetween, standardPeriods } from "@/domain/period";
import { totalPeriods } from "@/etl/steps/total";
import type { Storage } from "@/figures/publication";
import { randomNumbers } from "@/tests/setup/random";
import { type FactRow, openWriter, publishFiles, region, settlement, writeFacts } from "./fixtureCounty";

/** January 2016 to June 2018. */
export const months = periodBetween("2016-01", "2018-06").months;
/** Part of a month's payments that is known when the month has just ended; the rest comes a month later. */
export const knownAtFirst = 0.8;

/** Payments of a cell in a month, exact: seasons, growth and chance. */
export type Payments = ReadonlyMap<string, ReadonlyMap<Month, number>>;

const cells = [
  { tier: "county", visit_class: "inpatient", hardship_status: "none", size: 60_000 },
  { tier: "county", visit_class: "outpatient", hardship_status: "subsistence_allowance", size: 8_000 },
  { tier: "city", visit_class: "inpatient", hardship_status: "none", size: 20_000 },
] as const;

/** Whole yuan, divisible by five, so that 80% of a month is exact. */
export function payments(seed = 11): Payments {
  const random = randomNumbers(seed);
  return new Map(
    cells.map(({ tier, visit_class, size }) => [
      `${tier} ${visit_class}`,
      new Map(
        months.map((month, index) => {
          const season = 1 + 0.15 * Math.cos((index * Math.PI) / 6);
          return [month, 5 * Math.round((size * season * 1.01 ** index * (0.95 + 0.1 * random())) / 5)];
        }),
      ),
    ]),
  );
}

/** A county that publishes every month of 2017 and 2018 on the fifth of the next one. */
export class VintageCounty {
  private constructor(
    private readonly storage: Storage,
    readonly paid: Payments,
    private readonly complete: ReadonlyMap<Month, FactFile>,
    private readonly first: ReadonlyMap<Month, FactFile>,
    private readonly funding: readonly FactFile[],
  ) {}

  static async write(storage: Storage, paid: Payments): Promise<VintageCounty> {
    const warehouse = await openWriter(storage);
    const folder = storage.home.warehouseFolder;
    const rows = (month: Month, part: number) =>
      cells.map(({ size: _, ...cell }): FactRow => {
        const amount = paid.get(`${cell.tier} ${cell.visit_class}`)!.get(month)! * part;
        const fee = (amount * 1.6).toFixed(2);
        return settlement({ ...cell, month, cases: 50, total_fee_amount: fee, pool_pay_amount: amount.toFixed(2) });
      });
    const byMonth = (files: FactFile[]) => new Map(files.map((file) => [file.partition, file]));
    const settled = (part: number, of: readonly Month[]) =>
      writeFacts(warehouse, folder, { fct_settlements: of.flatMap((month) => rows(month, part)) });
    const complete = byMonth(await settled(1, months));
    const first = byMonth(await settled(knownAtFirst, months.slice(12)));
    const funding = await writeFacts(warehouse, folder, {
      fct_funding: [{ year: "2018", line: "annual_quota", planned_amount: "1000000.00" }],
    });
    warehouse.close();
    return new VintageCounty(storage, paid, complete, first, funding);
  }

  /** The version that holds every month up to `last`, the last one as it is at first. `without`: a month that is missing. */
  async publish(version: number, last: Month, { reversed = false, without = "" } = {}): Promise<void> {
    const held = months.filter((month) => month <= last && month !== without);
    const settled = held.map((month) => (month === last && this.first.get(month)) || this.complete.get(month)!);
    const files = [...(reversed ? settled.toReversed() : settled), ...this.funding];
    await publishFiles(this.storage, version, files);
    const warehouse = await openWriter(this.storage);
    const { database, home } = this.storage;
    const periods = standardPeriods(held).filter((period) => period.months.length === 1);
    const request = { region, files, warehouseFolder: home.warehouseFolder, periods };
    const totals = await totalPeriods(warehouse, database, request);
    warehouse.close();
    await database.sql`
      insert into version_totals (version, region, period, batch_id)
      select ${version}, ${region}, * from unnest(
        ${totals.map((one) => one.period)}::text[], ${totals.map((one) => one.batchId)}::text[])`;
    await database.sql`
      update data_versions set published_at = ${`${addMonths(last, 1)}-05T09:00:00+08:00`}::timestamptz
      where version = ${version}`;
  }
}
