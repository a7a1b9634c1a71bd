import type { DateOrder } from "@/domain/extractProfile";
import { identityCheckCharacter } from "../grammar/identifier";
import { isPhone } from "../grammar/ofPerson";
import { cleanIdentifierText } from "../grammar/text";
import type { FieldType } from "../profiles/fields";

/** What the first cells of a column look like: shares of the filled ones, 0 to 1. */
export interface ColumnShape {
  readonly filled: number;
  /** Different values among the filled. */
  readonly distinct: number;
  readonly date: number;
  readonly dateOrder: DateOrder;
  readonly amount: number;
  readonly whole: number;
  /** Identity numbers whose check character is right. */
  readonly certificate: number;
  readonly phone: number;
  /** Digits and letters without blanks, at most 40. */
  readonly identifier: number;
  /** Short enough for a code or its name. */
  readonly short: number;
  readonly flag: number;
  readonly month: number;
  readonly year: number;
}

const amount = /^[-(]?[¥￥]?-?\d[\d,]*(\.\d+)?\)?(元|万元|万)?$/;
const compactDay = /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(\d{6})?$/;
const partedDay = /^(19|20)\d\d[-/.年](0?[1-9]|1[0-2])[-/.月](0?[1-9]|[12]\d|3[01])日?([ T].*)?$/;
const turnedDay = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](19|20)\d\d/;
const flags = /^([01]|0[01]|是|否|[yn]|yes|no|true|false|有效|无效|作废|正常|退费|已退费|未退费)$/i;

export function shapeOf(cells: readonly string[]): ColumnShape {
  const texts = cells.map(cleanIdentifierText).filter((text) => text !== "" && !/^(null|nan|none|-+|—+)$/i.test(text));
  const share = (test: (text: string) => boolean) =>
    texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
  const turned = cells.flatMap((cell) => {
    const found = turnedDay.exec(cell.trim());
    return found ? [{ first: Number(found[1]), second: Number(found[2]) }] : [];
  });
  const isMonthFirst = turned.every(({ first }) => first <= 12) && turned.some(({ second }) => second > 12);
  return {
    filled: cells.length === 0 ? 0 : texts.length / cells.length,
    distinct: texts.length === 0 ? 0 : new Set(texts).size / texts.length,
    date: share((text) => compactDay.test(text) || partedDay.test(text) || turnedDay.test(text)),
    dateOrder: turned.length === 0 ? "year_month_day" : isMonthFirst ? "month_day_year" : "day_month_year",
    amount: share((text) => amount.test(text)),
    whole: share((text) => /^-?\d{1,9}$/.test(text)),
    certificate: share(isCertificate),
    phone: share(isPhone),
    identifier: share((text) => /^[0-9A-Za-z_-]{1,40}$/.test(text)),
    short: share((text) => text.length <= 20),
    flag: share((text) => flags.test(text)),
    month: share((text) => /^(19|20)\d\d[-/.年]?(0?[1-9]|1[0-2])月?$/.test(text)),
    year: share((text) => /^(19|20)\d\d年?度?$/.test(text)),
  };
}

function isCertificate(text: string): boolean {
  const number = text.toUpperCase();
  return /^\d{17}[\dX]$/.test(number) && identityCheckCharacter(number) === number[17];
}

/** How well the cells of a column fit what a field of a type holds, 0 to 1; a column without cells fits anything by half. */
export function fitOf(shape: ColumnShape, type: FieldType): number {
  if (shape.filled === 0) return 0.5;
  const { distinct, identifier, certificate } = shape;
  const isNumbered = identifier * (1 - shape.phone);
  const words = (1 - certificate) * (1 - shape.phone) * (shape.date > 0.5 ? 0.2 : 1);
  const fits: Record<FieldType, number> = {
    settlement: isNumbered * (1 - certificate) * (distinct > 0.9 ? 1 : distinct > 0.5 ? 0.5 : 0.1),
    person: isNumbered * (distinct > 0.05 ? 1 : 0.3) * (1 - shape.date),
    certificate,
    code: shape.short * words,
    region: shape.short * words,
    scheme: shape.short * words,
    text: words,
    identity: words,
    flag: shape.flag,
    validity: shape.flag,
    refund: shape.flag,
    money: shape.amount * (1 - shape.date),
    rate: shape.amount * (1 - shape.date),
    value: shape.amount,
    whole: shape.whole,
    day: shape.date,
    moment: shape.date,
    begin: Math.max(shape.month, shape.date),
    end: Math.max(shape.month, shape.date),
    month: Math.max(shape.month, shape.date),
    year: shape.year,
    period: Math.max(shape.month, shape.year, words),
  };
  return fits[type];
}
