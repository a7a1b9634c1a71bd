import { listVintages } from "@/db/queries/listVintages";
import type { Dimension } from "@/domain/dimensions";
import { type Decimal, decimal } from "@/domain/money";
import { type Month, monthsBetween } from "@/domain/period";
import { type CompletionFactors, completionFactors, paidByAge } from "@/domain/projection/completeness";
import type { MonthlyAmounts } from "@/domain/projection/priorYears";
import { isKept, keyId } from "@/figures/cells";
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
  const { vintages, batches } = await listVintages(database, asked);
  const kept = new Map(
    [...batches].map(([batchId, cells]) => [
      batchId,
      cells.flatMap(({ members, amount }) => {
        const key: Key = Object.fromEntries(grain.map((dimension, index) => [dimension, members[index]]));
        return isKept(key, where) ? [{ id: keyId(key), key, pay: decimal(amount) }] : [];
      }),
    ]),
  );
  return vintages.map(({ version, seenAtEndOf, months: stored }) => {
    const months = stored.filter(({ batchId }) => batches.get(batchId)!.length > 0);
    const cells = new Map<string, { key: Key; months: Map<Month, { pay: Decimal }> }>();
    for (const { month, batchId } of months) {
      for (const { id, key, pay } of kept.get(batchId)!) {
        const cell = cells.get(id) ?? { key, months: new Map() };
        cell.months.set(month, { pay });
        cells.set(id, cell);
      }
    }
    return { version, seenAtEndOf, cells: { months: months.map(({ month }) => month), cells: [...cells.values()] } };
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
  const snapshots = seen.filter((vintage) => vintage.seenAtEndOf <= seenAtEndOf);
  const factors = completionFactors(paidByAge(snapshots));
  return factors && { ...factors, ageOfNewest: Math.max(0, monthsBetween(newest, seenAtEndOf)) };
}
