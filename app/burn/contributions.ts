import { contribution } from "@/domain/comparison";
import { type Decimal, decimal } from "@/domain/money";
import { amountOf } from "@/figures/causes";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import type { Writer } from "../writing";
import type { Burn } from "./burn";

/** One part of a cut and its 增支贡献率: its change as a fraction of the region's. */
interface Contribution {
  readonly member: string;
  readonly share: Decimal;
}

export interface Contributions {
  /** What the whole region's payments changed by, yuan, not zero. */
  readonly change: Decimal;
  /** The parts that moved it in its own direction, strongest first. */
  readonly parts: readonly Contribution[];
}

/** Which parts made the increase (or decrease) of the region; null where there is none or nothing to compare with. */
export function contributions({ by, parts, region }: Burn): Contributions | null {
  const change = region.compare?.change[poolPay.id];
  if (change == null || decimal(change).isZero()) return null;
  const whole = decimal(change);
  const shares = parts.flatMap((row): Contribution[] => {
    // A part that is new or ended has nothing on one side, which counts as zero here: its change is the whole of it.
    const own = amountOf(row.values, poolPay.id).minus(amountOf(row.compare?.values, poolPay.id));
    const share = contribution(own, whole);
    return share?.greaterThan(0) ? [{ member: row.key[by] ?? "", share }] : [];
  });
  return { change: whole, parts: shares.sort((a, b) => b.share.comparedTo(a.share)) };
}

/** What the shares are of: the increase or the decrease, of the whole region where the page is filtered. */
export function wholeInWords({ change }: Contributions, { words: { burn: words }, scope }: Writer): string {
  if (Object.keys(scope.where).length > 0) return change.isNegative() ? words.regionalDecrease : words.regionalIncrease;
  return change.isNegative() ? words.decrease : words.increase;
}
