import { listVintageTotals } from "@/db/queries/listVintageTotals";
import type { Dimension } from "@/domain/dimensions";
import { groupBy } from "@/domain/groupBy";
import { type Decimal, decimal } from "@/domain/money";
import { type Month, monthsBetween } from "@/domain/period";
import { type CompletionFactors, completionFactors, paidByAge } from "@/domain/projection/completeness";
import type { MonthlyAmounts } from "@/domain/projection/priorYears";
import { type MonthlyCells, paidBy } from "@/figures/forecast/monthlyCells";
import type { Publication } from "@/figures/publication";
import type { Key, QuestionScope } from "@/figures/question";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { type Grain, grainId, grainOf, storedGrainFor } from "@/metrics/grains";

/** What was known of all months at the end of one: the version published in the month after it. */
export interface Vintage {
  readonly version: number;
  readonly seenAtEndOf: Month;
  readonly cells: MonthlyCells<{ readonly pay: Decimal }>;
}

/**
 * What each version up to the publication's said of payments, by `cut`, one for every month in which something was
 * published, earliest first. None where a cut is not stored.
 */
export async function readVintages(
  { database, version, region }: Publication,
  { scheme, where: { month: _, ...where } }: Pick<QuestionScope, "scheme" | "where">,
  cut: Grain,
): Promise<Vintage[]> {
  const grain = storedGrainFor(grainOf([...cut, ...(Object.keys(where) as Dimension[])]));
  if (!grain) return [];
  const asked = { region, scheme, grain: grainId(grain), measure: poolPay.id, upTo: version };
  const rows = await listVintageTotals(database, asked);
  const kept = (key: Key) =>
    Object.entries(where).every(([name, members]) => members.includes(key[name as Dimension]!));
  return [...groupBy(rows, (row) => row.version).values()].map((own) => {
    const cells = groupBy(
      own.flatMap(({ members, month, amount }) => {
        if (members === null) return [];
        const key = Object.fromEntries(grain.map((dimension, index) => [dimension, members[index]])) as Key;
        return kept(key) ? [{ key, month, pay: decimal(amount) }] : [];
      }),
      ({ key }) => JSON.stringify(key),
    );
    return {
      version: own[0].version,
      seenAtEndOf: own[0].seenAtEndOf,
      cells: {
        months: [...new Set(own.map(({ month }) => month))],
        cells: [...cells.values()].map((months) => ({
          key: months[0].key,
          months: new Map(months.map(({ month, pay }) => [month, { pay }])),
        })),
      },
    };
  });
}

/** How complete months are by age, and of what age the newest one was when it was seen. */
export type Completion = CompletionFactors & { readonly ageOfNewest: number };

/** What was paid by each vintage of a member (`paidBy`), earliest first. */
export type SeenPaid = readonly { readonly seenAtEndOf: Month; readonly paid: MonthlyAmounts }[];

/** The whole's payments by vintage. */
export function wholeSeen(vintages: readonly Vintage[]): SeenPaid {
  return vintages.map(({ seenAtEndOf, cells }) => ({ seenAtEndOf, paid: paidBy(cells, null).get("")! }));
}

/** Learnt from the vintages up to the end of `seenAtEndOf`; null while they are too few to tell. */
export function completionAt(seen: SeenPaid, newest: Month, seenAtEndOf: Month): Completion | null {
  const snapshots = seen
    .filter((vintage) => vintage.seenAtEndOf <= seenAtEndOf)
    .map(({ seenAtEndOf, paid }) => ({
      seenAtEndOf,
      paid: new Map([...paid].map(([month, amount]) => [month, amount.toNumber()])),
    }));
  const factors = completionFactors(paidByAge(snapshots));
  return factors && { ...factors, ageOfNewest: Math.max(0, monthsBetween(newest, seenAtEndOf)) };
}
