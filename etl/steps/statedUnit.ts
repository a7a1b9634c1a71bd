import type { AmountUnit } from "@/domain/extractProfile";

/** What a text says of the units of numbers. */
export interface StatedUnit {
  /** As written. */
  readonly text: string;
  /** Of amounts; unclear where it is neither 元 nor 万元 (千元), or both; null where it says nothing of amounts. */
  readonly amount: AmountUnit | "unclear" | null;
  /** Numbers of people or cases are counted in thousands or more: 万人. */
  readonly countsMany: boolean;
}

const people = "人次|人|户|例|次|笔|个|家|所|张|条|件|天|日|岁|年|月|床|床日";
const scale = "[十百千万亿]{0,2}";
const yuan = "[元圆]";
/** 元, 万元, 元/人, 人次, 万人, %; one after the other with marks between. */
const unitWord = `(?:${scale}${yuan}(?:/(?:${people}|${scale}${yuan}))?|[万亿]|${scale}(?:${people})|[%‰]|美元|港元|角|分)`;
const unitWords = `${unitWord}(?:\\s*[、,，;；和及/]\\s*${unitWord})*`;
const opened = "[([【〔]";
const closed = "[)\\]】〕]";
/** What may stand before a unit: 单位：人民币（万元）. */
const introduced = `(?:(?:计量|货币|金额)?单位|金额|人民币)\\s*[:：]?\\s*`;
/** 注：金额单位为万元 */
const ofNote = "(?:(?:备?注|说明|本表|表中|\\d[.、])\\s*[:：]?\\s*)*";
const whole = new RegExp(`^${ofNote}(?:${introduced}|${opened}\\s*)*(${unitWords})\\s*${closed}*$`);
const inBrackets = new RegExp(`${opened}\\s*(?:${introduced}|${opened})*(${unitWords})\\s*${closed}+\\s*$`);
const inTitle = [
  new RegExp(`(?:单位|金额)\\s*:?\\s*(?:${opened}|人民币|\\s)*(${unitWords})\\s*(?=$|[\\s,，;。)\\]】〕])`),
  // No place begins with 万元, as 元氏县 does with 元: whatever follows.
  new RegExp(`(?:单位|金额)\\s*:\\s*(?:${opened}|人民币|\\s)*((?:${unitWord}[、,])*[十百千万亿]{1,2}元)`),
  inBrackets,
];
const inHeader = [
  inBrackets,
  /[/ _-]?([十百千万亿]{0,2}元)$/,
  // （万元，不含利息）, but not （1万元以上）
  new RegExp(`${opened}[^)\\]】〕]*?(?<![\\d.十百千万亿])([十百千万亿]{1,2}元)`),
];

/** Other ways to write the words of units, and what they stand for. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/萬/g, "万"],
  [/億/g, "亿"],
  [/[∶]/g, ":"],
  [/[“”"'‘’]/g, ""],
  [/单\s+位/g, "单位"],
  [/RMB|CNY|￥|¥/gi, "人民币"],
  [/[([【〔]\s*人民币\s*[)\]】〕]/g, ""],
  [/(?<![A-Za-z\d])[wW]\s*(?=元)|(?<=[:([【〔]\s*)[wW](?=\s*(?:[)\]】〕]|$))/g, "万"],
  [/(?<=[:([【〔]\s*)(?:10,?000|[1一]\s*万)\s*元(?=\s*(?:[)\]】〕]|$))/g, "万元"],
  [/以\s*([十百千万亿]{0,2}元)\s*(?:为单位|计)/g, "单位:$1"],
  [/单位\s*(?:为|是)/g, "单位:"],
  [/([十百千万亿])\s+(?=元)/g, "$1"],
];

/** The text half-width, its words for units in one spelling. */
const plain = (text: string) =>
  spellings.reduce((spelt, [from, to]) => spelt.replace(from, to), text.normalize("NFKC")).trim();

function unitOf(text: string): StatedUnit {
  // 元/人 says nothing of amounts.
  const words = text.replace(rate, "").split(/\s*[、,，;；和及/]\s*/);
  const amounts = words.filter((word) => /[元圆角分]|^[万亿]$/.test(word)).map(amountOf);
  const [amount = null] = amounts;
  const countsMany = words.some((word) => new RegExp(`^[十百千万亿]+(?:${people})$`).test(word));
  return { text, amount: amounts.every((other) => other === amount) ? amount : "unclear", countsMany };
}

const rate = new RegExp(`${scale}${yuan}/(?:${people})`, "g");

const amountOf = (word: string): AmountUnit | "unclear" =>
  /^[元圆]$/.test(word) ? "yuan" : /^万[元圆]?$/.test(word) ? "ten_thousand_yuan" : "unclear";

/** The unit that a header names in brackets or at its end: 应筹金额（万元）, 应筹金额/万元; null where it names none. */
export function unitOfHeader(header: string): StatedUnit | null {
  const text = plain(header);
  const found = inHeader.map((pattern) => pattern.exec(text)?.[1]).find((unit) => unit !== undefined);
  return found === undefined ? null : unitOf(found);
}

/** A short line that speaks of a unit and of more than 元, but not of a threshold (1万元以上), says one that nobody can read. */
const saysUnit = /单位(?!名称)|金额|unit/i;
const saysMany = /(?<![\d.])([十百千万亿]元|[十百千万亿]$|10,?000|wan)/i;
const threshold = /以上|以下|以内|超过|大于|不足|低于|高于/;
const longestLine = 40;

function statedBy(cells: readonly string[], patterns: readonly RegExp[]): StatedUnit | null {
  return together(
    cells.map((cell) => {
      const text = plain(cell);
      const found = patterns.map((pattern) => pattern.exec(text)?.[1]).find((unit) => unit !== undefined);
      if (found !== undefined) return unitOf(found);
      const isUnclear =
        text.length <= longestLine && saysUnit.test(text) && saysMany.test(text) && !threshold.test(text);
      return isUnclear ? { text, amount: "unclear", countsMany: false } : null;
    }),
  );
}

/** What lines above a table say of the units of its numbers: 单位：万元, 金额单位：人、万元, 2018年筹资（万元）. */
export const unitOfTitle = (cells: readonly string[]) => statedBy(cells, [whole, ...inTitle]);

/** What a line below a table says of them that states nothing else: 注：金额单位为万元. */
export const unitOfNote = (cells: readonly string[]) => statedBy(cells, [whole]);

/** Several units as one: unclear where two of amounts differ; null where none says anything. */
function together(units: readonly (StatedUnit | null)[]): StatedUnit | null {
  const stated = units
    .filter((unit) => unit !== null)
    .filter(({ amount, countsMany }) => amount !== null || countsMany);
  if (stated.length === 0) return null;
  const amounts = new Set(stated.flatMap(({ amount }) => amount ?? []));
  const [amount = null] = amounts;
  return {
    text: [...new Set(stated.map(({ text }) => text))].join("、"),
    amount: amounts.size > 1 ? "unclear" : amount,
    countsMany: stated.some(({ countsMany }) => countsMany),
  };
}

/** What stands in a row of units where a column has none. */
const noUnit = /^\s*((计量)?单位\s*[:：]?|[-—/]*)\s*$/;

/**
 * The units of a row that holds nothing else, as some tables have one below their header; null where it is none. A unit
 * that stands alone is one of all columns.
 */
export function unitRow(cells: readonly string[]): readonly (StatedUnit | null)[] | null {
  const units = cells.map((cell) => {
    const found = whole.exec(plain(cell))?.[1];
    return found === undefined ? null : unitOf(found);
  });
  const stated = units.filter((unit) => unit !== null);
  if (!stated.some(({ amount, countsMany }) => amount !== null || countsMany)) return null;
  if (!cells.every((cell, place) => units[place] !== null || noUnit.test(cell))) return null;
  return stated.length === 1 ? cells.map(() => stated[0]!) : units;
}
