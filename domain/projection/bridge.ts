import { type CellTotals, decompose } from "@/domain/decomposition";
import { type Decimal, roundToTotal, sum, zero } from "@/domain/money";

/** From the available fund to the projected year, line by line, in this order. Yuan. */
export const bridgeLines = [
  "base_gap",
  "volume",
  "mix",
  "price",
  "rate",
  "new_or_ended",
  "one_off",
  "late_rows",
  "unexplained",
] as const;
export type BridgeLine = (typeof bridgeLines)[number];

export interface Bridge {
  readonly available: Decimal;
  /** Lines that lead from `available` to `projection`, to the last digit. */
  readonly lines: Readonly<Record<BridgeLine, Decimal>>;
  readonly projection: Decimal;
}

export interface BridgeInput {
  readonly available: Decimal;
  /** Last year by cell, without one-offs. */
  readonly lastYear: readonly CellTotals[];
  /** This year by cell as projected, without one-offs and late rows. */
  readonly thisYear: readonly CellTotals[];
  readonly oneOffsLastYear: Decimal;
  readonly oneOffsThisYear: Decimal;
  readonly lateRows: Decimal;
  /** The projected total of the year, one-offs and late rows included. */
  readonly projection: Decimal;
}

/**
 * available fund → last year's total (base gap) → volume, mix, price and rate of the cells that both years have → cells
 * that began or ended → one-offs more than last year → late rows → unexplained, which is what the cells' own
 * projections differ from the projection of the whole.
 */
export function bridge(input: BridgeInput): Bridge {
  const { cells } = decompose(input.lastYear, input.thisYear);
  const both = cells.filter(({ presence }) => presence === "continued");
  const total = (name: "volume" | "mix" | "price" | "rate") => sum(both.map((cell) => cell[name]));
  const lastYear = sum(input.lastYear.map(({ pay }) => pay)).plus(input.oneOffsLastYear);
  const explained = {
    base_gap: lastYear.minus(input.available),
    volume: total("volume"),
    mix: total("mix"),
    price: total("price"),
    rate: total("rate"),
    new_or_ended: sum(cells.filter(({ presence }) => presence !== "continued").map(({ change }) => change)),
    one_off: input.oneOffsThisYear.minus(input.oneOffsLastYear),
    late_rows: input.lateRows,
  };
  const unexplained = input.projection.minus(input.available).minus(sum(Object.values(explained)));
  return { available: input.available, lines: { ...explained, unexplained }, projection: input.projection };
}

/** The lines in 分, made to add up to the printed projection. The base gap is a fact and stays as it is. */
export function printedBridge({ available, lines }: Bridge): Bridge {
  const estimated = bridgeLines.filter((line) => line !== "base_gap");
  const rounded = roundToTotal(estimated.map((line) => lines[line]));
  const printed: Record<BridgeLine, Decimal> = { ...lines };
  estimated.forEach((line, index) => {
    printed[line] = rounded[index] ?? zero;
  });
  return { available, lines: printed, projection: available.plus(lines.base_gap).plus(sum(rounded)) };
}
