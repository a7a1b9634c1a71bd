import { apportion, apportionWithin } from "./apportion";
import { dayOf } from "./calendar";
import { isAided, isRegisteredPoor } from "./hardship";
import type { Site } from "./institutions";
import type { Person } from "./population";
import type { Random } from "./random";
import type { Bill } from "./settlement";
import type { Stratum } from "./strata";

/** What the money of a row depends on. */
export interface Patient {
  readonly person: Person;
  readonly day: number;
}

/** Sizes of bills around their mean, in thousandths: many small ones, a long tail. */
const billSizes = {
  inpatient: [
    190, 330, 420, 500, 570, 640, 700, 760, 820, 880, 940, 1_010, 1_090, 1_180, 1_290, 1_430, 1_620, 1_900, 2_350,
    3_300, 7_600,
  ],
  outpatient: [150, 320, 470, 590, 690, 790, 880, 970, 1_070, 1_190, 1_330, 1_520, 1_780, 2_300, 4_200],
  chronic: [260, 430, 560, 670, 770, 870, 970, 1_080, 1_210, 1_380, 1_620, 2_050, 3_200],
  // A campaign with one price: what differs is the lens.
  eye: [955, 965, 975, 985, 990, 995, 1_000, 1_005, 1_010, 1_015, 1_025, 1_035, 1_045],
} as const;

/** In-scope share of the bill in ten-thousandths, lowest and highest; deductible in fen. */
const terms: Record<Site, { scope: readonly [number, number]; deductible: number }> = {
  village: { scope: [9_500, 10_000], deductible: 0 },
  township: { scope: [9_300, 9_950], deductible: 100_00 },
  county: { scope: [8_700, 9_700], deductible: 400_00 },
  city: { scope: [8_000, 9_500], deductible: 600_00 },
  provincial_plus: { scope: [6_900, 9_000], deductible: 1_000_00 },
  eye: { scope: [10_000, 10_000], deductible: 0 },
};

const householdAccountsEnd = dayOf("2018-01-01");
const supplementaryBegins = dayOf("2017-04-01");
const guaranteeBegins = dayOf("2018-01-01");

/**
 * One bill per patient, together exactly the fee and the pool payments of the stratum: first sizes are drawn, then
 * the total is apportioned by them, and no pool payment exceeds what is in scope.
 */
export function billStratum(
  random: Random,
  stratum: Stratum,
  patients: readonly Patient[],
  fee: number,
  pool: number,
): Bill[] {
  const { site, visitClass } = stratum;
  const sizes = site === "eye" ? billSizes.eye : billSizes[visitClass];
  const { scope } = terms[site];
  const fees = apportion(
    fee,
    patients.map(() => random.along(sizes)),
  );
  const inScope = fees.map((amount) => part(amount, random.between(scope[0], scope[1])));
  const deductibles = patients.map((patient) => deductibleOf(stratum, patient));
  const wanted = inScope.map((amount, i) =>
    part(Math.max(amount - deductibles[i]!, amount >> 3), site === "eye" ? 8_500 : random.between(9_000, 10_000)),
  );
  const pools = apportionWithin(pool, wanted, inScope);
  return patients.map((patient, i) =>
    complete(random, stratum, patient, {
      fee: fees[i]!,
      inScope: inScope[i]!,
      pool: pools[i]!,
      deductible: deductibles[i]!,
    }),
  );
}

/** A share of an amount, in ten-thousandths, rounded down to the fen. */
function part(amount: number, share: number): number {
  return Math.floor((amount * share) / 10_000);
}

function deductibleOf({ site, visitClass }: Stratum, { person, day }: Patient): number {
  if (visitClass !== "inpatient") return 0;
  const full = terms[site].deductible;
  return isRegisteredPoor(person, day) ? full / 2 : full;
}

/** Everything of a bill that no target fixes. Each payer takes from what the ones before it have left. */
function complete(
  random: Random,
  { site, visitClass }: Stratum,
  { person, day }: Patient,
  { fee, inScope, pool, deductible }: { fee: number; inScope: number; pool: number; deductible: number },
): Bill {
  const outside = fee - inScope;
  const ownPay = part(outside, random.between(3_000, 6_000));
  const overLimit = part(outside - ownPay, random.between(0, 3_000));
  const preSelf = outside - ownPay - overLimit;
  const poor = isRegisteredPoor(person, day);
  let seriousIllness = 0;
  let supplementary = 0;
  let aid = 0;
  let other = 0;
  const open = () => inScope - pool - seriousIllness - supplementary - aid;
  if (visitClass === "inpatient" && site !== "eye") {
    const threshold = poor ? 6_000_00 : 12_000_00;
    seriousIllness = part(Math.max(open() - threshold, 0), poor ? 6_000 : 5_000);
    if (poor && day >= supplementaryBegins && day < guaranteeBegins) supplementary = part(open(), 4_000);
    if (isAided(person, day)) aid = Math.min(part(open(), poor ? 5_000 : 4_000), 20_000_00);
  }
  // From 2018 on the county carries registered-poor inpatients to nine tenths of the bill, treated inside the city.
  if (visitClass === "inpatient" && poor && day >= guaranteeBegins && site !== "provincial_plus")
    other = Math.max(part(fee, 9_000) - pool - seriousIllness - supplementary - aid, 0);
  // The campaign is free: what the pool leaves is paid by the government, for the poor partly by medical aid.
  if (site === "eye") {
    aid = poor ? part(open(), 6_000) : 0;
    other = open();
  }
  const funds = pool + seriousIllness + supplementary + aid + other;
  const hospital = site !== "eye" && random.chance(30) ? Math.min(part(fee, random.between(50, 300)), fee - funds) : 0;
  const personal = fee - funds - hospital;
  const hasAccount = visitClass !== "inpatient" && day < householdAccountsEnd && random.chance(4_500);
  const account = hasAccount ? Math.min(personal, random.between(5_00, 60_00)) : 0;
  const deductiblePaid = Math.min(deductible, inScope - pool);
  return {
    ownPay,
    overLimit,
    preSelf,
    inScope,
    pool,
    supplementary,
    seriousIllness,
    aid,
    other,
    account,
    hospital,
    deductible,
    deductiblePaid,
  };
}

/** Cuts a bill in two that add up to it: the bill during the stay, and the final one. */
export function splitBill(bill: Bill, share: number): [first: Bill, final: Bill] {
  const first = eachPart(bill, (amount) => part(amount, share));
  return [first, eachPart(bill, (amount, key) => amount - first[key])];
}

/** The bill as it stood before a correction: nothing above the corrected one. */
export function earlierBill(bill: Bill, share: number): Bill {
  return splitBill(bill, share)[0];
}

function eachPart(bill: Bill, change: (amount: number, key: keyof Bill) => number): Bill {
  const entries = Object.entries(bill).map(([key, amount]) => [key, change(amount, key as keyof Bill)]);
  return Object.fromEntries(entries) as Record<keyof Bill, number>;
}
