import { interpolate } from "./statistics";

/** The probabilities at which the spread of a year's total is stated, lowest first. */
export const probabilities = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975] as const;

/** A two-sided chance in percent and where its ends lie in `probabilities`. */
export const intervalEnds = { 50: [3, 5], 80: [2, 6], 90: [1, 7], 95: [0, 8] } as const;
export type Chance = keyof typeof intervalEnds;
/** Narrowest first. */
export const chances: readonly Chance[] = [50, 80, 90, 95];

/** Misses in units of sigma × what was still to come: one at each of `probabilities`, and ± at 80, 90 and 95%. */
export interface Misses {
  readonly quantiles: readonly number[];
  readonly symmetric: { readonly 80: number; readonly 90: number; readonly 95: number };
}

const tabledMonths = [1, 3, 6, 9, 11];

/**
 * What the method missed by on 1,809 public monthly series, each source with the same weight, by years of history and
 * known months. Order of a line: the nine quantiles, then the symmetric 80, 90 and 95%.
 */
const table: readonly (readonly (readonly number[])[])[] = [
  [
    [-3.27, -2.3, -1.45, -0.49, 0.28, 1.19, 2.44, 3.62, 5.19, 2.05, 3.08, 4.29],
    [-2.75, -1.88, -1.18, -0.4, 0.23, 0.98, 2.0, 2.89, 3.74, 1.58, 2.35, 3.18],
    [-2.13, -1.65, -1.09, -0.46, 0.13, 0.83, 1.58, 2.27, 3.0, 1.36, 1.95, 2.66],
    [-2.24, -1.71, -1.23, -0.58, 0.06, 0.74, 1.49, 2.03, 2.75, 1.36, 1.87, 2.39],
    [-2.77, -2.15, -1.56, -0.77, 0.02, 0.89, 1.84, 2.61, 3.49, 1.72, 2.45, 3.24],
  ],
  [
    [-2.37, -1.64, -1.13, -0.47, 0.22, 1.02, 2.0, 2.73, 3.66, 1.6, 2.3, 3.08],
    [-2.2, -1.53, -1.01, -0.39, 0.2, 0.95, 1.77, 2.44, 3.24, 1.43, 2.04, 2.91],
    [-2.07, -1.54, -1.07, -0.47, 0.1, 0.76, 1.56, 2.2, 2.89, 1.32, 1.89, 2.52],
    [-2.01, -1.53, -1.1, -0.53, 0.08, 0.75, 1.47, 1.99, 2.65, 1.29, 1.83, 2.33],
    [-2.61, -2.03, -1.51, -0.71, 0.01, 0.85, 1.78, 2.46, 3.26, 1.61, 2.22, 2.99],
  ],
  [
    [-2.16, -1.49, -1.01, -0.39, 0.19, 0.95, 1.87, 2.56, 3.22, 1.47, 2.09, 2.86],
    [-1.97, -1.42, -0.96, -0.38, 0.16, 0.86, 1.58, 2.19, 2.78, 1.37, 1.93, 2.56],
    [-1.87, -1.41, -0.94, -0.43, 0.12, 0.74, 1.47, 2.03, 2.56, 1.24, 1.74, 2.25],
    [-1.96, -1.52, -1.08, -0.5, 0.08, 0.69, 1.36, 1.86, 2.4, 1.2, 1.66, 2.15],
    [-2.53, -1.97, -1.41, -0.73, 0.0, 0.8, 1.69, 2.26, 2.8, 1.58, 2.17, 2.69],
  ],
];

/** The line for some years of history (1 to 3; more count as 3) and known months, straight lines between the tabled months. */
export function tabledMisses(historyYears: number, knownMonths: number): Misses {
  const rows = table[Math.min(3, Math.max(1, historyYears)) - 1]!;
  const at = (column: number) =>
    interpolate(
      tabledMonths,
      rows.map((row) => row[column]!),
      knownMonths,
    );
  return {
    quantiles: probabilities.map((_, column) => at(column)),
    symmetric: { 80: at(9), 90: at(10), 95: at(11) },
  };
}
