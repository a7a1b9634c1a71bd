import { fundingLineOf } from "@/domain/fundingLines";
import type { ExtractKind } from "@/domain/load";
import { type FieldType, fieldsOf, isMeasure } from "../profiles/fields";
import type { Mapping } from "./map";

/**
 * What a row is by its label: the total of all data (合计), a sum of some of them or of more (县人民医院 汇总, 本年累计), a
 * part of the row above (其中：…), a footer (制表人：…), or one of data.
 */
export type RowLabel = "total" | "sum" | "part" | "footer" | "data";

const counted = "[（(]?共?[\\d,]*(笔|条|行|人次|人|例|次)?(记录|数据)?[)）]?";
const span = "(\\d{4}年度?)?(\\d{1,2}月份?)?";
const totalWords = new RegExp(
  `^${span}(本月|本期|全县|全市|全区|全部|以上)?(总计|合计|总额|总合计|共计|总共|总和|总数|总金额|求和|grandtotals?|totals?|sum)(数|金额|人次|人数|笔数|人民币)?${counted}([（(].*[）)].*)?([:：].*)?$|^.{1,12}[县市区旗](合计|总计)$|^计$`,
  "i",
);
const sumWords = new RegExp(
  `^(.{0,60}(小计|汇总|合计|总计)|(本年|全年|本月)?(累计|合计|总计))(数|金额)?${counted}([:：].*)?$|^(小计|汇总)([-—（(].*)?$`,
);
/** What a table of funding works out of its lines. */
const fundTotals = /^(基金总量|基金总额|筹资总额|筹资总量|可用基金)$/;
const footerWords =
  /^[（(]?(制表|审核|复核|填报|填表|打印|导出|编制|经办|负责人|单位负责人|主管|分管|局长|科长|盖章|签字|签章|联系|查询条件|统计口径|数据来源|(金额)?单位[:：]|(备注|说明|附注|注)([:：]|$)|第\d+页|共\d+(页|条|笔|行)|页码|page\d)/i;
const partWords = /^[（(]?其中/;
/** A page's number or a day that stands alone. */
const loneFooter = /^([-—]\d+[-—]|\d+[/／]\d+|\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?)$/;
/** How many rows there are, as programs of databases write it below them: 60 rows selected., (60 rows), 已选择60行。 */
const rowCount = /^[（(]?(已选择)?\d*(rows?|records?|行)(记录|selected|inset.*)?[.。]?[)）]?$/i;
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

/** 财政补助小计: a line by its name, with the word for a sum behind it. */
const namesLine = (text: string) => fundingLineOf(text.replace(/[(（]?(小计|合计)[)）]?$/, "")) !== null;

/** Tells the rows of a file by their labels. */
export class RowLabels {
  /** Any row is to be asked: lists are short, and their labels stand anywhere. */
  readonly isList: boolean;
  private readonly keys: readonly number[];
  private readonly required: readonly number[];
  private readonly measured: readonly number[];
  private readonly worded: readonly number[];
  /** Whether sums of such a list mean anything; codes, persons and values are not added up. */
  private readonly hasSums: boolean;
  private readonly isFunding: boolean;
  /** Whether a part of the row above would count beside it; those of funding lines are told by who pays them. */
  private readonly hasParts: boolean;
  /** Where a funding list names its lines. */
  private readonly lineAt: number;

  /** `mayBeWords`: other cells than the first may be labels. */
  constructor({ profile: { kind }, columns }: Pick<Mapping, "profile" | "columns">, mayBeWords: boolean) {
    const fields = [...columns].map(([name, { index }]) => ({ name, index, ...fieldsOf(kind)[name]! }));
    const places = (isMeant: (field: (typeof fields)[number]) => boolean) =>
      fields.filter(isMeant).map(({ index }) => index);
    this.isList = kind !== "settlements";
    this.hasSums = !this.isList || withSums.includes(kind);
    this.isFunding = kind === "funding";
    this.hasParts = withSums.includes(kind) && !this.isFunding;
    this.lineAt = this.isFunding ? (columns.get("line")?.index ?? -1) : -1;
    this.keys = this.isList ? [] : places(({ name }) => known.includes(name));
    this.required = places(({ required }) => required === true);
    this.measured = places(({ type }) => isMeasure(type));
    this.worded = mayBeWords && withSums.includes(kind) ? places(({ type }) => worded.includes(type)) : [];
  }

  /** Whether a row whose first word this is (without blanks) is worth asking for. */
  mayBegin(word: string): boolean {
    const text = plain(word);
    return [totalWords, sumWords, footerWords, rowCount].some((words) => words.test(text));
  }

  of(cells: readonly string[]): RowLabel {
    const texts = cells.map(plain);
    // The sum of a line is one of data: whether its parts stand beside it only the whole list tells.
    if (this.isSettlement(texts) || namesLine(texts[this.lineAt] ?? "")) return "data";
    const isWhole = this.isWhole(texts);
    if (isWhole && !this.hasSums) return "data";
    const filled = texts.flatMap((text, index) => (text === "" ? [] : [{ text, index }]));
    const [first, second] = filled;
    if (!first) return "data";
    const label = serialNumber.test(first.text) && second ? second.text : first.text;
    const labels = [label, ...this.worded.map((index) => texts[index] ?? "")];
    if (labels.some((text) => totalWords.test(text))) return "total";
    if (this.hasParts && labels.some((text) => partWords.test(text))) return "part";
    if (labels.some((text) => sumWords.test(text) || (this.isFunding && fundTotals.test(text)))) return "sum";
    const signatures = filled.filter(({ text }) => signature.test(text)).length;
    const isLone = filled.length === 1 && (loneFooter.test(first.text) || rowCount.test(first.text));
    const isNamed = footerWords.test(first.text) && !this.hasValues(texts, first.index);
    return (signatures > 1 && !isWhole) || isLone || isNamed ? "footer" : "data";
  }

  /** More than half of what tells one settlement from others is there. */
  private isSettlement(texts: readonly string[]): boolean {
    const given = this.keys.filter((index) => !noValue.test(texts[index] ?? "") && !totalWords.test(texts[index]!));
    return given.length * 2 > this.keys.length;
  }

  /** All that must be there is there, in words of its own. */
  private isWhole(texts: readonly string[]): boolean {
    const isOwn = (index: number, text = "") =>
      text !== "" &&
      (this.measured.includes(index) || !noValue.test(text)) &&
      ![totalWords, sumWords, footerWords, signature].some((words) => words.test(text));
    return this.required.length > 0 && this.required.every((index) => isOwn(index, texts[index]));
  }

  /** A number is measured; where nothing is, all that must be there is there, and the first cell is none of it. */
  private hasValues(texts: readonly string[], first: number): boolean {
    if (this.measured.length > 0) return this.measured.some((index) => /^[¥(+-]*\d/.test(texts[index] ?? ""));
    return this.required.every((index) => texts[index]) && !this.required.includes(first);
  }
}
