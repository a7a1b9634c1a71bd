import type { Month } from "@/domain/period";
import { apportion } from "./apportion";
import { fileStyle } from "./fileStyles";
import { plan } from "./plan";
import { Random } from "./random";
import type { Settlement } from "./settlement";
import { writeSettlements } from "./settlementFile";
import { type Stratum, strataOf } from "./strata";
import { Numbering, settleStratum } from "./visits";

/** Rows drawn at a time: enough of every stratum, little in memory. */
const batch = 20_000;

/**
 * Writes one settlement file of exactly `rows` rows in the warehouse layout, all settled in `month`, mixed as the
 * published half-year was. Nothing is corrected or reversed in it: it measures the loader, not the rules.
 */
export async function writeVolume(
  path: string,
  rows: number,
  { month, seed, encoding }: { month: Month; seed: string; encoding: "utf-8" | "gb18030" },
): Promise<void> {
  const style = { ...fileStyle("2016-01"), encoding };
  await writeSettlements(path, style, month, volume(rows, month, seed));
}

function* volume(rows: number, month: Month, seed: string): Generator<Settlement> {
  const strata = strataOf(plan.at(-1)!).filter(({ cases }) => cases > 0);
  const cases = strata.map((stratum) => stratum.cases);
  const numbering = new Numbering();
  for (let done = 0, part = 0; done < rows; done += batch, part++) {
    const random = new Random(`${seed}/${month}/${part}`);
    const shares = apportion(Math.min(batch, rows - done), cases);
    for (const [i, stratum] of strata.entries())
      if (shares[i]! > 0) yield* settleStratum(random, numbering, scaled(stratum, shares[i]!), [month], nothing);
  }
}

const nothing = { cases: 0, fee: 0, pool: 0 };

/** The stratum with another number of cases at the same fee and payment per case. */
function scaled(stratum: Stratum, cases: number): Stratum {
  const share = (amount: number) => Number((BigInt(amount) * BigInt(cases)) / BigInt(stratum.cases));
  return {
    ...stratum,
    cases,
    fee: share(stratum.fee),
    pool: share(stratum.pool),
    special: share(stratum.special),
    seasons: [1],
  };
}
