import { apportion, sum } from "./apportion";
import type { Site } from "./institutions";
import type { Group, HalfPlan, InpatientTier } from "./plan";

/** Rows that share a target: whole cases, and fen of fee and pool payments that they must add up to. */
export interface Stratum {
  readonly visitClass: "inpatient" | "outpatient" | "chronic";
  readonly site: Site;
  /** Registered as poor on the day of settlement; null where nothing depends on it. */
  readonly poor: boolean | null;
  readonly cases: number;
  readonly fee: number;
  readonly pool: number;
  readonly special: number;
  readonly seasons: readonly number[];
}

/** "1984.65" as 198465 fen. Throws RangeError on anything but two decimals. */
export function fen(yuan: string): number {
  if (!/^\d+\.\d\d$/.test(yuan)) throw new RangeError(`not an amount: ${yuan}`);
  return Number(yuan.replace(".", ""));
}

interface Target {
  cases: number;
  fee: number;
  pool: number;
}

function target(group: Group): Target {
  return { cases: group.cases, fee: group.cases * fen(group.feePerCase), pool: fen(group.pool) };
}

function minus(whole: Target, ...parts: Target[]): Target {
  return {
    cases: whole.cases - sum(parts.map((part) => part.cases)),
    fee: whole.fee - sum(parts.map((part) => part.fee)),
    pool: whole.pool - sum(parts.map((part) => part.pool)),
  };
}

/** Splits a half's plan into strata that do not overlap and add up to it. */
export function strataOf(half: HalfPlan): Stratum[] {
  return [...inpatientStrata(half), ...outpatientStrata(half), ...chronicStrata(half)];
}

function inpatientStrata(half: HalfPlan): Stratum[] {
  const { poor, inpatient, special, cataract, seasons } = half;
  const named = poor.tiers;
  const namedPool = sum(Object.values(named).map((group) => fen(group.pool)));
  const countyCases = poor.cases - sum(Object.values(named).map((group) => group.cases));
  const poorTargets: Record<InpatientTier, Target> = {
    township: target(named.township),
    county: {
      cases: countyCases,
      fee: countyCases * fen(poor.countyFeePerCase),
      pool: fen(poor.pool) - namedPool,
    },
    city: target(named.city),
    provincial_plus: target(named.provincial_plus),
  };
  const strata: Stratum[] = [];
  for (const tier of ["township", "county", "city", "provincial_plus"] as const) {
    let [ofPoor, ofOthers] = [poorTargets[tier], minus(target(inpatient[tier]), poorTargets[tier])];
    if (tier === "city" && cataract) {
      const whole = target(cataract);
      const cases = [cataract.poorCases, cataract.cases - cataract.poorCases];
      const [poorPool, otherPool] = apportion(whole.pool, cases);
      const eyePoor = { cases: cases[0]!, fee: cases[0]! * fen(cataract.feePerCase), pool: poorPool! };
      const eyeOthers = { cases: cases[1]!, fee: cases[1]! * fen(cataract.feePerCase), pool: otherPool! };
      const eye = { visitClass: "inpatient", site: "eye", special: 0, seasons: cataract.seasons } as const;
      strata.push({ ...eye, poor: true, ...eyePoor }, { ...eye, poor: false, ...eyeOthers });
      [ofPoor, ofOthers] = [minus(ofPoor, eyePoor), minus(ofOthers, eyeOthers)];
    }
    const [specialPoor, specialOthers] = apportion(special[tier], [ofPoor.cases, ofOthers.cases]);
    const common = { visitClass: "inpatient", site: tier, seasons } as const;
    strata.push(
      { ...common, poor: true, ...ofPoor, special: specialPoor! },
      { ...common, poor: false, ...ofOthers, special: specialOthers! },
    );
  }
  return strata;
}

function outpatientStrata({ outpatient, seasons }: HalfPlan): Stratum[] {
  const [village, township] = [target(outpatient.village), target(outpatient.township)];
  const cases = outpatient.cases - village.cases - township.cases;
  const county = {
    cases,
    fee: cases * fen(outpatient.countyFeePerCase),
    pool: fen(outpatient.pool) - village.pool - township.pool,
  };
  const common = { visitClass: "outpatient", poor: null, special: 0, seasons } as const;
  return [
    { ...common, site: "village", ...village },
    { ...common, site: "township", ...township },
    { ...common, site: "county", ...county },
  ];
}

function chronicStrata({ chronic, seasons }: HalfPlan): Stratum[] {
  const township = target(chronic.township);
  const common = { visitClass: "chronic", poor: null, special: 0, seasons } as const;
  return [
    { ...common, site: "township", ...township },
    { ...common, site: "county", ...minus(target(chronic), township) },
  ];
}
