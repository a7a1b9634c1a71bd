import type { ExtractKind } from "@/domain/load";
import { type FieldType, fieldsOf, isMeasure } from "../profiles/fields";
import type { Mapping } from "./map";

/**
 * What a row is by its label: the total of all data (合计), a sum of some of them or of more (县人民医院 汇总, 本年累计), a
 * footer (制表人：…), or one of data.
 */
export type RowLabel = "total" | "sum" | "footer" | "data";

const counted = "[（(]?共?[\\d,]*(笔|条|行|人次|人|例|次)?(记录|数据)?[)）]?";
const span = "(\\d{4}年度?)?(\\d{1,2}月份?)?";
const totalWords = new RegExp(
  `^${span}(本月|本期|全县|全市|全区|全部|以上)?(总计|合计|总合计|共计|总共|总和|总数|总金额|求和|grandtotals?|totals?|sum)(数|金额|人次|人数|笔数|人民币)?${counted}([（(].*[）)].*)?([:：].*)?$`,
  "i",
);
const sumWords = new RegExp(
  `^(.{0,60}(小计|汇总|合计|总计)|(本年|全年|本月)?(累计|合计|总计))(数|金额)?${counted}([:：].*)?$|^(小计|汇总)([-—（(].*)?$`,
);
const footerWords =
  /^[（(]?(制表|审核|复核|填报|填表|打印|导出|编制|经办|负责人|单位负责人|主管|分管|局长|科长|盖章|签字|签章|联系|查询条件|统计口径|数据来源|(金额)?单位[:：]|(备注|说明|附注|注)([:：]|$)|第\d+页|共\d+(页|条|笔|行)|页码|page\d)/i;
/** A page's number or a day that stands alone. */
const loneFooter = /^([-—]\d+[-—]|\d+[/／]\d+|\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?)$/;
/** 制表人：, 填报日期：2018-07-01 */
const signature = /^[^:：\d]{0,8}(人|员|长|单位|日期|时间|主管|领导|科室|电话)[:：]/;
const serialNumber = /^\d{1,7}$/;
/** What stands where a total has no value, and how many it counts: -, 120人, 1家. */
const noValue = /^([-—－/\\*]*|\d{1,7}(人次|人|家|个|例|笔|次|条)?)$/;

/** Fields by which a row of settlements is known, whatever its first cell says. */
const known: readonly string[] = ["settlement_id", "person_number", "institution", "settled_at"];
/** Fields whose cells may say that a row of a list is a sum. */
const worded: readonly FieldType[] = ["text", "identity", "region", "month", "year"];
/** Kinds of one row a township, a line or a group of persons. */
const withSums: readonly ExtractKind[] = ["funding", "enrolment", "manual_aid"];

/** The text of a cell as labels are compared: without blanks and ornaments, and the formula that some put behind. */
const plain = (cell: string) =>
  cell
    .normalize("NFKC")
    .replace(/[\s"【】[\]《》*]/g, "")
    .replace(/(?<=[计数总])[=＝]?[\d+＋]{1,20}$/, "");

/** Tells the rows of a file by their labels. */
export class RowLabels {
  /** Any row is to be asked: lists are short, and their labels stand anywhere. */
  readonly isList: boolean;
  private readonly keys: readonly number[];
  private readonly required: readonly number[];
  private readonly measured: readonly number[];
  private readonly worded: readonly number[];

  /** `mayBeWords`: other cells than the first may be labels. */
  constructor({ profile: { kind }, columns }: Pick<Mapping, "profile" | "columns">, mayBeWords: boolean) {
    const fields = [...columns].map(([name, { index }]) => ({ name, index, ...fieldsOf(kind)[name]! }));
    const places = (isMeant: (field: (typeof fields)[number]) => boolean) =>
      fields.filter(isMeant).map(({ index }) => index);
    this.isList = kind !== "settlements";
    this.keys = this.isList ? [] : places(({ name }) => known.includes(name));
    this.required = places(({ required }) => required === true);
    this.measured = places(({ type }) => isMeasure(type));
    this.worded = mayBeWords && withSums.includes(kind) ? places(({ type }) => worded.includes(type)) : [];
  }

  /** Whether a row whose first word this is (without blanks) is worth asking for. */
  mayBegin(word: string): boolean {
    const text = plain(word);
    return totalWords.test(text) || sumWords.test(text) || footerWords.test(text);
  }

  of(cells: readonly string[]): RowLabel {
    const texts = cells.map(plain);
    if (this.isSettlement(texts)) return "data";
    const filled = texts.flatMap((text, index) => (text === "" ? [] : [{ text, index }]));
    const [first, second] = filled;
    if (!first) return "data";
    const label = serialNumber.test(first.text) && second ? second.text : first.text;
    const labels = [label, ...this.worded.map((index) => texts[index] ?? "")];
    if (labels.some((text) => totalWords.test(text))) return "total";
    if (labels.some((text) => sumWords.test(text))) return "sum";
    const signatures = filled.filter(({ text }) => signature.test(text)).length;
    const isLone = filled.length === 1 && loneFooter.test(first.text);
    const isNamed = footerWords.test(first.text) && !this.hasValues(texts, first.index);
    return signatures > 1 || isLone || isNamed ? "footer" : "data";
  }

  /** More than half of what tells one settlement from others is there. */
  private isSettlement(texts: readonly string[]): boolean {
    const given = this.keys.filter((index) => !noValue.test(texts[index] ?? "") && !totalWords.test(texts[index]!));
    return given.length * 2 > this.keys.length;
  }

  /** A number is measured; where nothing is, all that must be there is there, and the first cell is none of it. */
  private hasValues(texts: readonly string[], first: number): boolean {
    if (this.measured.length > 0) return this.measured.some((index) => /^[¥(+-]*\d/.test(texts[index] ?? ""));
    return this.required.every((index) => texts[index]) && !this.required.includes(first);
  }
}
