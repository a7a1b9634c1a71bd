import { type Day, dayOf, dayText } from "./calendar";
import { scramble } from "./random";
import { homeRegion, townships } from "./region";

/**
 * The insured of the county. A person is a number below `populationSize`; every attribute is computed from it, so the
 * population costs no memory and is the same for every file.
 */
export type Person = number;

export const populationSize = 326_000;

/** Years of birth by person, youngest last: a pyramid with the gap that migration leaves. */
const birthQuantiles = [
  1927, 1939, 1945, 1949, 1953, 1957, 1960, 1963, 1966, 1968, 1971, 1974, 1978, 1982, 1986, 1990, 1995, 2001, 2007,
  2012, 2018,
].map((year) => dayOf(`${year}-01-01`));

const surnames =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常";
const givenNames =
  "平安和顺福寿康宁春夏秋冬松柏梅兰竹菊山川江河明亮晴岚星辰朝阳文武良善仁义礼智信忠孝勤俭玉珍珠宝金银铜铁石磊木林森水清泉源火炎土城凤凰燕莺鹏鹤龙虎英华富贵荣昌发达兴旺喜庆吉祥如意";

/** Each person's place in the order of birth: every block of person numbers holds all ages. */
function birthRank(person: Person): number {
  return (person * 100_003) % populationSize;
}

export function birthDay(person: Person): Day {
  const position = (birthRank(person) / populationSize) * (birthQuantiles.length - 1);
  const step = Math.floor(position);
  const low = birthQuantiles[step]!;
  return low + Math.floor((birthQuantiles[step + 1]! - low) * (position - step));
}

/** Completed years on a day; negative before birth. */
export function ageOn(person: Person, day: Day): number {
  return Math.floor((day - birthDay(person)) / 365.2425);
}

export function isFemale(person: Person): boolean {
  return (scramble(person ^ 0x5bd1e995) & 1) === 1;
}

export function personName(person: Person): string {
  const hash = scramble(person + 0x6d2b79f5);
  const surname = surnames[hash % surnames.length]!;
  const first = givenNames[(hash >>> 8) % givenNames.length]!;
  const second = givenNames[(hash >>> 16) % givenNames.length]!;
  return (hash >>> 28) % 4 === 0 ? surname + first : surname + first + second;
}

/** PSN_NO: twenty digits. */
export function personNumber(person: Person): string {
  return `${homeRegion}00000000${String((person * 388_889 + 104_729) % 1_000_000).padStart(6, "0")}`;
}

/** Eighteen characters with a valid check digit, in an area code that was never given out. */
export function certificateNumber(person: Person): string {
  const sequence = (birthRank(person) % 500) * 2 + (isFemale(person) ? 0 : 1);
  const body = `${homeRegion}${dayText(birthDay(person)).replaceAll("-", "")}${String(sequence).padStart(3, "0")}`;
  return body + checkDigit(body);
}

const checkWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function checkDigit(body: string): string {
  const total = checkWeights.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0);
  return "10X98765432"[total % 11]!;
}

const townshipByThousandth = townships.flatMap((township) =>
  Array<(typeof townships)[number]>(township.share).fill(township),
);

export function townshipOf(person: Person): (typeof townships)[number] {
  return townshipByThousandth[scramble(person + 0x1b873593) % townshipByThousandth.length]!;
}

/** A number that no telephone has. */
export function telephone(person: Person): string {
  return `100${String(scramble(person + 0x0cc9e2d5) % 100_000_000).padStart(8, "0")}`;
}
