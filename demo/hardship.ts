import { type Day, dayOf, dayText } from "./calendar";
import { birthDay, type Person, populationSize } from "./population";
import type { Random } from "./random";

/** One identity of one person; `ends` is its last day, null while it holds. */
export interface Identity {
  readonly label: string;
  readonly begins: Day;
  readonly ends: Day | null;
}

const registered = "建档立卡贫困人口";
const start = dayOf("2016-01-01");
const removals = ["2016-06-30", "2016-12-31", "2017-05-31", "2017-10-31", "2018-03-31"].map(dayOf);
const additions = ["2017-04-01", "2018-01-01", "2018-03-01"].map(dayOf);

/** Who was registered as poor at some time: the first persons of the population, in blocks. */
const alwaysPoor = 30_000;
const removedPoor = 34_000;
const everPoor = 42_000;

const otherGroups: readonly { label: string; upTo: Person; onlyChildren?: boolean }[] = [
  { label: "低保对象", upTo: 52_000 },
  { label: "特困人员", upTo: 53_500 },
  { label: "孤儿、事实无人抚养儿童", upTo: 55_500, onlyChildren: true },
  { label: "重度残疾人", upTo: 60_000 },
  { label: "因病致贫重病患者", upTo: 60_600 },
  { label: "低保边缘家庭成员", upTo: 61_700 },
];
export const registryEnd: Person = otherGroups.at(-1)!.upTo;

function registeredInterval(person: Person): { begins: Day; ends: Day | null } | null {
  if (person < alwaysPoor) return { begins: start, ends: null };
  if (person < removedPoor) return { begins: start, ends: removals[person % removals.length]! };
  if (person < everPoor) return { begins: additions[person % additions.length]!, ends: null };
  return null;
}

/** Registered as poor on the day: the end day still counts. */
export function isRegisteredPoor(person: Person, day: Day): boolean {
  const interval = registeredInterval(person);
  return interval !== null && interval.begins <= day && (interval.ends === null || day <= interval.ends);
}

/** Whoever medical aid pays for on the day. */
export function isAided(person: Person, day: Day): boolean {
  return identities(person).some(({ begins, ends }) => begins <= day && (ends === null || day <= ends));
}

/** Every identity of a person, as the registry lists them: some hold two at once, some ended and took another. */
export function identities(person: Person): Identity[] {
  const interval = registeredInterval(person);
  if (interval) {
    const held: Identity[] = [{ label: registered, ...interval }];
    if (person % 11 === 0) held.push({ label: "低保对象", begins: start, ends: null });
    if (person % 97 === 0) held.push({ label: "重度残疾人", begins: dayOf("2016-07-01"), ends: null });
    if (interval.ends !== null && person % 3 === 0)
      held.push({ label: "稳定脱贫人口", begins: interval.ends + 1, ends: null });
    return held;
  }
  const group = otherGroups.find(({ upTo }) => person < upTo);
  if (!group) return [];
  if (group.onlyChildren && birthDay(person) < dayOf("2002-01-01")) return [];
  const begins = person % 9 === 0 ? dayOf("2017-07-01") : start;
  const ends = person % 13 === 0 ? dayOf("2017-12-31") : null;
  return [{ label: group.label, begins, ends }];
}

/** Rows of the hardship registry; one in thirty names the person by certificate only, as civil affairs sends them. */
export function* registryRows(): Generator<{ person: Person; identity: Identity; certificateOnly: boolean }> {
  for (let person = 0; person < registryEnd; person++)
    for (const identity of identities(person)) yield { person, identity, certificateOnly: person % 30 === 7 };
}

export function identityDays(identity: Identity): [begins: string, ends: string] {
  return [dayText(identity.begins), identity.ends === null ? "" : dayText(identity.ends)];
}

/**
 * A person for a visit settled on `day`: registered as poor then, or not, or either (null). Every fourth person comes
 * as often as the other three together.
 */
export function choosePerson(
  random: Random,
  poor: boolean | null,
  day: Day,
  fits: (person: Person) => boolean,
): Person {
  const limit = poor ? everPoor : populationSize;
  for (;;) {
    const person = random.chance(4_000) ? random.below(limit / 4) * 4 : random.below(limit);
    if ((poor === null || isRegisteredPoor(person, day) === poor) && fits(person)) return person;
  }
}

/** A person whose registration is the same on both days. */
export function isSteady(person: Person, first: Day, second: Day): boolean {
  return isRegisteredPoor(person, first) === isRegisteredPoor(person, second);
}
