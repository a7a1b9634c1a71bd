import { addMonths, type Month, parsePeriod } from "@/domain/period";

/** Cases, mean fee and pool payments of a group; amounts as decimal strings in yuan. */
export interface Group {
  readonly cases: number;
  readonly feePerCase: string;
  readonly pool: string;
}

export type InpatientTier = "township" | "county" | "city" | "provincial_plus";

/** What one half-year must add up to, to the cent. */
export interface HalfPlan {
  readonly period: string;
  /** Share of the half's cases by month, any scale. */
  readonly seasons: readonly number[];
  readonly inpatient: Readonly<Record<InpatientTier, Group>>;
  /** Registered poor among the inpatients; what the three named tiers leave of the total falls to the county tier. */
  readonly poor: {
    readonly cases: number;
    readonly pool: string;
    readonly countyFeePerCase: string;
    readonly tiers: Readonly<Record<Exclude<InpatientTier, "county">, Group>>;
  };
  /** Special disease (210101) among the inpatients. */
  readonly special: Readonly<Record<InpatientTier, number>>;
  /** What village and township leave of the total falls to the county hospitals. */
  readonly outpatient: {
    readonly cases: number;
    readonly pool: string;
    readonly village: Group;
    readonly township: Group;
    readonly countyFeePerCase: string;
  };
  readonly chronic: Group & { readonly township: Group };
  /** The eye hospital's free cataract operations, part of the city tier's inpatients. */
  readonly cataract?: Group & { readonly poorCases: number; readonly seasons: readonly number[] };
}

/**
 * 2017H1 and 2018H1 carry the published aggregates: case counts and fees per case as printed, pool payments within
 * the rounding of the printed value (they cannot all sit on it: the printed parts of 2018H1 exceed the printed total
 * by 0.01万元, so inpatient, outpatient and chronic lie 34.01, 32.67 and 33.32 yuan below theirs). Two departures:
 * the records of 2017H1 hold 23 978 inpatients, as their tiers add up to; and a chronic case of 2017H1 costs 4412.60
 * yuan, because the published 2650.78 is less than the fund paid for it. The other halves are invented around them.
 */
export const plan: readonly HalfPlan[] = [
  {
    period: "2016H1",
    seasons: [170, 134, 178, 172, 175, 171],
    inpatient: {
      township: { cases: 8_150, feePerCase: "1385.20", pool: "8984012.37" },
      county: { cases: 10_620, feePerCase: "5020.40", pool: "37201533.90" },
      city: { cases: 640, feePerCase: "10020.75", pool: "3782047.16" },
      provincial_plus: { cases: 2_390, feePerCase: "18050.60", pool: "17206088.45" },
    },
    poor: {
      cases: 5_750,
      pool: "13906420.15",
      countyFeePerCase: "4610.35",
      tiers: {
        township: { cases: 2_870, feePerCase: "1360.10", pool: "3242070.30" },
        city: { cases: 32, feePerCase: "9105.50", pool: "184300.25" },
        provincial_plus: { cases: 150, feePerCase: "16020.70", pool: "1082450.80" },
      },
    },
    special: { township: 0, county: 118, city: 36, provincial_plus: 121 },
    outpatient: {
      cases: 26_500,
      pool: "7423310.62",
      village: { cases: 6_900, feePerCase: "99.40", pool: "462300.00" },
      township: { cases: 11_800, feePerCase: "331.20", pool: "2596000.00" },
      countyFeePerCase: "868.35",
    },
    chronic: {
      cases: 540,
      feePerCase: "4310.25",
      pool: "1589040.77",
      township: { cases: 130, feePerCase: "2960.40", pool: "273000.00" },
    },
  },
  {
    period: "2016H2",
    seasons: [167, 166, 163, 168, 173, 189],
    inpatient: {
      township: { cases: 8_480, feePerCase: "1410.65", pool: "9487519.04" },
      county: { cases: 11_260, feePerCase: "5130.15", pool: "39983077.51" },
      city: { cases: 690, feePerCase: "10155.30", pool: "4174490.26" },
      provincial_plus: { cases: 2_570, feePerCase: "18540.90", pool: "18899031.18" },
    },
    poor: {
      cases: 6_120,
      pool: "14942306.81",
      countyFeePerCase: "4705.80",
      tiers: {
        township: { cases: 3_010, feePerCase: "1380.45", pool: "3461500.60" },
        city: { cases: 36, feePerCase: "9240.10", pool: "208800.40" },
        provincial_plus: { cases: 164, feePerCase: "16230.20", pool: "1197200.65" },
      },
    },
    special: { township: 0, county: 130, city: 41, provincial_plus: 139 },
    outpatient: {
      cases: 29_000,
      pool: "8162044.90",
      village: { cases: 7_600, feePerCase: "100.70", pool: "516800.00" },
      township: { cases: 12_900, feePerCase: "338.45", pool: "2902500.00" },
      countyFeePerCase: "858.90",
    },
    chronic: {
      cases: 610,
      feePerCase: "4355.80",
      pool: "1813472.33",
      township: { cases: 150, feePerCase: "2985.60", pool: "318000.00" },
    },
  },
  {
    period: "2017H1",
    seasons: [139, 151, 177, 173, 178, 182],
    inpatient: {
      township: { cases: 8_872, feePerCase: "1452.99", pool: "10123491.36" },
      county: { cases: 11_674, feePerCase: "5300.86", pool: "41052906.21" },
      city: { cases: 701, feePerCase: "10429.97", pool: "4297812.75" },
      provincial_plus: { cases: 2_731, feePerCase: "19031.16", pool: "20419689.68" },
    },
    poor: {
      cases: 6_750,
      pool: "16694098.72",
      countyFeePerCase: "4852.15",
      tiers: {
        township: { cases: 3_300, feePerCase: "1421.30", pool: "3894006.18" },
        city: { cases: 40, feePerCase: "9510.25", pool: "241207.94" },
        provincial_plus: { cases: 180, feePerCase: "16410.80", pool: "1319404.35" },
      },
    },
    special: { township: 0, county: 150, city: 48, provincial_plus: 160 },
    outpatient: {
      cases: 31_188,
      pool: "8639695.10",
      village: { cases: 8_188, feePerCase: "102.10", pool: "556784.00" },
      township: { cases: 14_000, feePerCase: "345.60", pool: "3220000.00" },
      countyFeePerCase: "845.40",
    },
    chronic: {
      cases: 789,
      feePerCase: "4412.60",
      pool: "2385104.90",
      township: { cases: 190, feePerCase: "3010.20", pool: "408500.00" },
    },
  },
  {
    period: "2017H2",
    seasons: [150, 154, 158, 166, 178, 194],
    inpatient: {
      township: { cases: 9_700, feePerCase: "1603.35", pool: "12284057.90" },
      county: { cases: 13_730, feePerCase: "5481.20", pool: "50697518.44" },
      city: { cases: 770, feePerCase: "10405.60", pool: "4782031.07" },
      provincial_plus: { cases: 3_300, feePerCase: "19520.35", pool: "24025566.12" },
    },
    poor: {
      cases: 8_600,
      pool: "22805310.27",
      countyFeePerCase: "5105.70",
      tiers: {
        township: { cases: 4_050, feePerCase: "1570.80", pool: "5305500.35" },
        city: { cases: 62, feePerCase: "9620.40", pool: "378200.90" },
        provincial_plus: { cases: 252, feePerCase: "16120.50", pool: "1738800.15" },
      },
    },
    special: { township: 0, county: 330, city: 104, provincial_plus: 336 },
    outpatient: {
      cases: 38_000,
      pool: "9486030.65",
      village: { cases: 11_000, feePerCase: "101.30", pool: "737000.00" },
      township: { cases: 17_400, feePerCase: "312.75", pool: "3654000.00" },
      countyFeePerCase: "812.25",
    },
    chronic: {
      cases: 1_500,
      feePerCase: "3890.45",
      pool: "3524020.48",
      township: { cases: 390, feePerCase: "2760.10", pool: "741000.00" },
    },
  },
  {
    period: "2018H1",
    seasons: [169, 131, 177, 174, 178, 171],
    inpatient: {
      township: { cases: 11_649, feePerCase: "1984.65", pool: "18661600.00" },
      county: { cases: 17_752, feePerCase: "5904.83", pool: "72433988.17" },
      city: { cases: 1_848, feePerCase: "8201.19", pool: "9874889.42" },
      provincial_plus: { cases: 3_900, feePerCase: "20325.67", pool: "27911088.40" },
    },
    poor: {
      cases: 12_624,
      pool: "40508206.55",
      countyFeePerCase: "5650.40",
      tiers: {
        township: { cases: 5_400, feePerCase: "1925.75", pool: "8910004.62" },
        city: { cases: 400, feePerCase: "6770.30", pool: "2076403.18" },
        provincial_plus: { cases: 424, feePerCase: "15802.60", pool: "2849281.37" },
      },
    },
    special: { township: 0, county: 700, city: 220, provincial_plus: 700 },
    outpatient: {
      cases: 63_353,
      pool: "10933567.33",
      village: { cases: 20_000, feePerCase: "98.60", pool: "1240000.00" },
      township: { cases: 31_353, feePerCase: "262.40", pool: "5267304.00" },
      countyFeePerCase: "640.85",
    },
    chronic: {
      cases: 3_604,
      feePerCase: "3152.17",
      pool: "5659666.68",
      township: { cases: 1_050, feePerCase: "2240.30", pool: "1176000.00" },
    },
    cataract: {
      cases: 817,
      feePerCase: "5390.00",
      pool: "3745945.00",
      poorCases: 240,
      seasons: [60, 25, 190, 230, 202, 110],
    },
  },
];

/** Months of a planned half, first to last. */
export function monthsOf(half: HalfPlan): readonly Month[] {
  return parsePeriod(half.period)!.months;
}

export const firstMonth: Month = monthsOf(plan[0]!)[0]!;
export const lastMonth: Month = monthsOf(plan.at(-1)!).at(-1)!;

/** Every month of the demo, in order. */
export const months: readonly Month[] = Array.from({ length: plan.length * 6 }, (_, i) => addMonths(firstMonth, i));
