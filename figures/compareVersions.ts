import { readVersionFiles } from "@/db/queries/readVersion";
import { PlainError } from "@/domain/errors";
import { decimal } from "@/domain/money";
import { type Month, parsePeriod } from "@/domain/period";
import { answerAll } from "@/figures/answer";
import type { Storage } from "@/figures/publication";

/** A metric of a month that two versions say differently. Exact decimals as text; null: the version has no such month. */
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

/**
 * What changed from one version to another, by region, scheme, month and metric: only months whose facts differ are asked
 * for. Throws PlainError Q-102 for a version that there is not.
 */
export async function compareVersions(
  storage: Storage,
  {
    one,
    other,
    schemes,
    metrics,
  }: { one: number; other: number; schemes: readonly string[]; metrics: readonly string[] },
): Promise<VersionDifference[]> {
  const [before, after] = await Promise.all([monthsOf(storage, one), monthsOf(storage, other)]);
  const places = [...new Set([...before.keys(), ...after.keys()])]
    .filter((place) => before.get(place) !== after.get(place))
    .sort();
  const differences: VersionDifference[] = [];
  for (const place of places) {
    const [region, month] = place.split(" ") as [string, Month];
    for (const scheme of schemes) {
      const values = (version: number, has: boolean) =>
        has ? valuesOf(storage, { region, scheme, month, version, metrics }) : new Map<string, string | null>();
      const [then, now] = await Promise.all([values(one, before.has(place)), values(other, after.has(place))]);
      for (const metric of metrics) {
        const [was, is] = [then.get(metric) ?? null, now.get(metric) ?? null];
        const change = decimal(is ?? "0").minus(was ?? "0");
        if (!change.isZero())
          differences.push({ region, scheme, month, metric, one: was, other: is, change: change.toFixed() });
      }
    }
  }
  return differences;
}

/** Region and month of settlements to the content that the version has of them. */
async function monthsOf({ database }: Storage, version: number): Promise<Map<string, string>> {
  const files = await readVersionFiles(database, version);
  if (!files) throw new PlainError("Q-102", { version });
  const settlements = files.filter(({ table }) => table === "fct_settlements");
  return new Map(settlements.map(({ region, partition, contentHash }) => [`${region} ${partition}`, contentHash]));
}

async function valuesOf(
  storage: Storage,
  asked: { region: string; scheme: string; month: Month; version: number; metrics: readonly string[] },
): Promise<Map<string, string | null>> {
  const { region, scheme, month, version, metrics } = asked;
  const scope = { region, scheme, period: parsePeriod(month)!, where: {}, compare: null } as const;
  const [answer] = await answerAll(storage, [
    { ...scope, basis: "pooled_fund_and_surplus", asOf: version, by: [], metrics },
  ]);
  const values = answer?.total.values ?? {};
  return new Map(metrics.map((metric) => [metric, values[metric]?.value ?? null]));
}
