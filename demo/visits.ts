import type { Month } from "@/domain/period";
import { apportion } from "./apportion";
import { billStratum } from "./bills";
import { attendance, type Day, dayOf, dayText, firstDay, lastDay, secondsPerDay } from "./calendar";
import { choosePerson } from "./hardship";
import { type Institution, type Site, sites } from "./institutions";
import { ageOn, isFemale, type Person, townshipOf } from "./population";
import type { Random } from "./random";
import { homeRegion } from "./region";
import type { Settlement } from "./settlement";
import type { Stratum } from "./strata";

/** Gives every settlement and visit a number of its own, in the order in which they are drawn. */
export class Numbering {
  private count = 0;

  next(day: Day): string {
    this.count++;
    return `${homeRegion}${dayText(day).replaceAll("-", "")}${String(this.count).padStart(9, "0")}`;
  }
}

/** Days of an inpatient stay, both ends counted: quantiles by site. */
const stays: Record<Site, readonly number[]> = {
  village: [1, 1],
  township: [2, 3, 4, 5, 5, 6, 7, 8, 9, 13],
  county: [2, 4, 5, 6, 7, 8, 9, 10, 12, 15, 28],
  city: [3, 5, 6, 7, 8, 9, 11, 13, 16, 20, 36],
  provincial_plus: [3, 5, 7, 8, 9, 11, 12, 14, 17, 22, 45],
  eye: [1, 2, 2, 2, 3, 4],
};

/** Medical types of ordinary inpatients by site, each as often as it stands here. */
const inpatientTypes: Record<Site, readonly string[]> = {
  village: ["21"],
  township: [...Array<string>(48).fill("21"), "22", "22"],
  county: [...Array<string>(88).fill("21"), ...Array<string>(5).fill("22"), "24", "24", ...Array<string>(5).fill("52")],
  city: [...Array<string>(11).fill("21"), "25", "25", "25", "25", "23", "23", "24", "52", "22"],
  provincial_plus: [...Array<string>(6).fill("25"), "23", "23", "27", "21"],
  eye: ["26"],
};

const outpatientTypes = [...Array<string>(34).fill("11"), "16", "16", "16", "13"];

/** Chronic care: medical type, disease code. */
const chronicCare = [
  ["140104", "M03900"],
  ["140104", "M01600"],
  ["140104", "M03900"],
  ["140104", "M05300"],
  ["140201", "M00500"],
  ["140201", "M07801"],
  ["9903", "M03900"],
  ["9903", "M01600"],
] as const;

const specialDiseases = ["M00500", "M07801", "M08300"];

export const diseaseNames: Readonly<Record<string, string>> = {
  M00500: "恶性肿瘤",
  M01600: "糖尿病",
  M03900: "高血压",
  M05300: "慢性阻塞性肺疾病",
  M07801: "终末期肾病",
  M08300: "器官移植术后",
};

/** Share in ten-thousandths of bills that people carry home and hand in at the bureau. */
const byHandShare: Record<Site, number> = {
  village: 0,
  township: 5,
  county: 20,
  city: 500,
  provincial_plus: 1_300,
  eye: 0,
};

const electronicVouchersBegin = dayOf("2018-01-01");

type Draft = Omit<Settlement, "bill">;

/**
 * The settlements of a stratum over its months: cases by season, then days, persons and institutions, then the
 * money. `more` raises the targets by what reversals carried in from the half before will take away again.
 */
export function settleStratum(
  random: Random,
  numbering: Numbering,
  stratum: Stratum,
  months: readonly Month[],
  more: { cases: number; fee: number; pool: number },
): Settlement[] {
  const seasons = stratum.seasons.map((weight) => weight * random.between(970, 1_030));
  const byMonth = apportion(stratum.cases + more.cases, seasons);
  const drafts = months.flatMap((month, i) =>
    Array.from({ length: byMonth[i]! }, () => draftVisit(random, numbering, stratum, settlementDay(random, month))),
  );
  const patients = drafts.map(({ person, settled }) => ({ person, day: Math.floor(settled / secondsPerDay) }));
  const bills = billStratum(random, stratum, patients, stratum.fee + more.fee, stratum.pool + more.pool);
  // In place: copying a hundred thousand rows costs more than drawing them.
  const settlements = drafts.map((draft, i) => Object.assign(draft, { bill: bills[i]! }));
  return markSpecial(random, settlements, stratum.special);
}

function settlementDay(random: Random, month: Month): Day {
  const [first, last] = [firstDay(month), lastDay(month)];
  for (;;) {
    const day = random.between(first, last);
    if (random.chance(attendance(day))) return day;
  }
}

function draftVisit(random: Random, numbering: Numbering, stratum: Stratum, day: Day): Draft {
  const { site, visitClass, poor } = stratum;
  const inpatient = visitClass === "inpatient";
  const byHand = inpatient && random.chance(byHandShare[site]);
  const ended = byHand ? day - random.between(12, 70) : day;
  const begun = inpatient ? ended - random.along(stays[site]) + 1 : ended;
  const [medicalType, disease] = careOf(random, stratum);
  const person = choosePerson(random, poor, day, (candidate) => suits(candidate, begun, site, visitClass, medicalType));
  const settled = day * secondsPerDay + random.between(7 * 3600 + 1800, 18 * 3600 + 1200);
  return {
    id: numbering.next(day),
    visit: numbering.next(begun),
    person,
    institution: chooseInstitution(random, site, person),
    visitClass,
    medicalType,
    disease,
    begun,
    ended,
    settled,
    updated: settled + random.between(20, 5_400),
    voucher: voucherOn(random, day),
    byHand,
    negative: false,
    reversalOf: "",
    refunded: false,
    valid: true,
    midStay: false,
    fundSlip: random.chance(3) ? random.between(10, 5_000) : 0,
    spoilt: null,
  };
}

function careOf(random: Random, { visitClass, site }: Stratum): readonly [type: string, disease: string] {
  if (visitClass === "chronic") return random.pick(chronicCare);
  return [random.pick(visitClass === "inpatient" ? inpatientTypes[site] : outpatientTypes), ""];
}

/** Who can have had this visit: born, and of the age and sex that it asks for. */
function suits(
  person: Person,
  begun: Day,
  site: Site,
  visitClass: Stratum["visitClass"],
  medicalType: string,
): boolean {
  const age = ageOn(person, begun);
  if (age < 0) return false;
  if (medicalType === "52") return isFemale(person) && age >= 19 && age <= 43;
  if (site === "eye") return age >= 58;
  if (visitClass === "chronic") return age >= 35;
  // Older people lie in hospital more often.
  return visitClass === "outpatient" || age >= 48 || person % 5 < 2;
}

/** Every institution of a site as often as its size; under a township's code only those that serve it. */
const turns = new Map<string, readonly Institution[]>();
for (const [site, list] of Object.entries(sites))
  for (const institution of list)
    for (const key of [site, `${site} ${institution.township}`])
      turns.set(key, [...(turns.get(key) ?? []), ...Array<Institution>(institution.size).fill(institution)]);

/** Most people see the doctor of their own township, where a site is split by townships. */
function chooseInstitution(random: Random, site: Site, person: Person): Institution {
  const own = turns.get(`${site} ${townshipOf(person).code}`);
  return random.pick(own && random.chance(8_000) ? own : turns.get(site)!);
}

function voucherOn(random: Random, day: Day): string {
  const drawn = random.below(100);
  if (day >= electronicVouchersBegin && drawn < 4) return "01";
  return drawn < 27 ? "02" : "03";
}

/** Marks `count` of the dearer ordinary stays as special disease. */
function markSpecial(random: Random, settlements: Settlement[], count: number): Settlement[] {
  if (count === 0) return settlements;
  const fee = ({ bill }: Settlement) => bill.inScope + bill.ownPay;
  const candidates = settlements
    .map((_, i) => i)
    .filter((i) => settlements[i]!.medicalType !== "52")
    .sort((i, j) => fee(settlements[j]!) - fee(settlements[i]!) || i - j)
    .slice(0, Math.max(count, settlements.length >> 1));
  for (let left = count; left > 0; left--) {
    const [i] = candidates.splice(random.below(candidates.length), 1);
    settlements[i!] = { ...settlements[i!]!, medicalType: "210101", disease: random.pick(specialDiseases) };
  }
  return settlements;
}
