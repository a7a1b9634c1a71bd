import { readVersionFiles } from "@/db/queries/readVersion";
import { PlainError } from "@/domain/errors";
import type { FactFile } from "@/domain/factFile";
import type { ListChange } from "@/domain/load";
import { decimal } from "@/domain/money";
import { type Month, parsePeriod } from "@/domain/period";
import { answerAll } from "@/figures/answer";
import type { Storage } from "@/figures/publication";
import { openReader } from "@/figures/reader";
import cases from "@/metrics/definitions/cases";
import fundPay from "@/metrics/definitions/fund_pay_amount";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import totalFee from "@/metrics/definitions/total_fee_amount";
import { rowsOf } from "@/warehouse/factViews";
import { listChanges } from "@/warehouse/listChanges";

/** What a bureau looks at first when a version differs from another. */
export const comparedMetrics = [cases, totalFee, poolPay, fundPay];

/** A metric of a month that two versions say differently. Exact as text, yuan with two decimals; null: the version has no such month. */
export interface VersionDifference {
  readonly region: string;
  readonly scheme: string;
  readonly month: Month;
  readonly metric: string;
  readonly one: string | null;
  readonly other: string | null;
  /** other − one; a month that is missing counts as nothing. */
  readonly change: string;
}

export interface VersionComparison {
  readonly settlements: readonly VersionDifference[];
  /** Months of which the rows differ, yet none of the metrics: a status, a tier, an institution. */
  readonly reclassified: readonly { readonly region: string; readonly month: Month }[];
  readonly lists: readonly (ListChange & { readonly region: string })[];
}

/**
 * What changed from one version to another: settlements by region, scheme, month and metric, lists by their entries. Only
 * what differs is read. Throws PlainError Q-102 for a version that there is not.
 */
export async function compareVersions(
  storage: Storage,
  { one, other }: { one: number; other: number },
): Promise<VersionComparison> {
  const [before, after] = await Promise.all([filesOf(storage, one), filesOf(storage, other)]);
  const settlements: VersionDifference[] = [];
  const reclassified: { region: string; month: Month }[] = [];
  const lists: (ListChange & { region: string })[] = [];
  for (const region of [...new Set([...before, ...after].map((file) => file.region))].sort()) {
    const [then, now] = [ofRegion(before, region), ofRegion(after, region)];
    const warehouse = await openReader(storage.home);
    const changes = await listChanges(warehouse, storage.home.warehouseFolder, { before: then, after: now });
    lists.push(...changes.map((change) => ({ region, ...change })));
    const months = await unlikeMonths(storage, then, now);
    for (const place of months) {
      const differences = await compareMonth(storage, { region, one, other, ...place });
      settlements.push(...differences);
      if (differences.length === 0) reclassified.push({ region, month: place.month });
    }
  }
  return { settlements, reclassified, lists };
}

async function filesOf({ database }: Storage, version: number): Promise<readonly FactFile[]> {
  const files = await readVersionFiles(database, version);
  if (!files) throw new PlainError("Q-102", { version });
  return files;
}

const ofRegion = (files: readonly FactFile[], region: string) => files.filter((file) => file.region === region);

interface UnlikeMonth {
  readonly month: Month;
  /** The schemes that its rows name, in either version. */
  readonly schemes: readonly string[];
  readonly isInOne: boolean;
  readonly isInOther: boolean;
}

/** Months of settlements whose content is not the same. */
async function unlikeMonths(
  { home }: Storage,
  before: readonly FactFile[],
  after: readonly FactFile[],
): Promise<UnlikeMonth[]> {
  const byMonth = (files: readonly FactFile[]) =>
    new Map(files.filter(({ table }) => table === "fct_settlements").map((file) => [file.partition, file]));
  const [then, now] = [byMonth(before), byMonth(after)];
  const months = [...new Set([...then.keys(), ...now.keys()])]
    .filter((month) => then.get(month)?.contentHash !== now.get(month)?.contentHash)
    .sort();
  const files = months.flatMap((month) => [then.get(month), now.get(month)].flatMap((file) => file ?? []));
  const warehouse = await openReader(home);
  const rows = await warehouse.rows<{ month: Month; scheme: string }>(
    `select distinct month, scheme from (${rowsOf("fct_settlements", home.warehouseFolder, files)}) order by all`,
  );
  return months.map((month) => ({
    month,
    schemes: rows.filter((row) => row.month === month).map(({ scheme }) => scheme),
    isInOne: then.has(month),
    isInOther: now.has(month),
  }));
}

async function compareMonth(
  storage: Storage,
  place: UnlikeMonth & { region: string; one: number; other: number },
): Promise<VersionDifference[]> {
  const { region, month } = place;
  const differences: VersionDifference[] = [];
  for (const scheme of place.schemes) {
    const values = async (asOf: number, isThere: boolean) =>
      isThere ? valuesOf(storage, { region, scheme, month, asOf }) : new Map<string, string | null>();
    const [then, now] = await Promise.all([values(place.one, place.isInOne), values(place.other, place.isInOther)]);
    for (const { id: metric, unit } of comparedMetrics) {
      const [one, other] = [then.get(metric) ?? null, now.get(metric) ?? null];
      const change = decimal(other ?? "0").minus(one ?? "0");
      if (change.isZero()) continue;
      const written = (value: string) => decimal(value).toFixed(unit === "yuan" ? 2 : 0);
      const values = { one: one && written(one), other: other && written(other), change: written(change.toFixed()) };
      differences.push({ region, scheme, month, metric, ...values });
    }
  }
  return differences;
}

async function valuesOf(
  storage: Storage,
  { month, ...scope }: { region: string; scheme: string; month: Month; asOf: number },
): Promise<Map<string, string | null>> {
  const metrics = comparedMetrics.map(({ id }) => id);
  const cut = { by: [], where: {}, compare: null, basis: "pooled_fund_and_surplus", metrics } as const;
  const [answer] = await answerAll(storage, [{ ...scope, ...cut, period: parsePeriod(month)! }]);
  const values = answer?.total.values ?? {};
  return new Map(metrics.map((metric) => [metric, values[metric]?.value ?? null]));
}
