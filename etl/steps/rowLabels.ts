import type { ExtractKind } from "@/domain/load";
import { type FieldType, fieldsOf } from "../profiles/fields";
import type { Mapping } from "./map";

/**
 * What a row is by its label: the total of all data (合计), a sum of some of them or of more (县人民医院 汇总, 本年累计), a
 * footer (制表人：…), or one of data.
 */
export type RowLabel = "total" | "sum" | "footer" | "data";

const counted = "[（(]?共?[\\d,]*(笔|条|行|人次|人|例|次)?(记录|数据)?[)）]?";
const totalWords = new RegExp(
  `^(本月|本期|全县|全市|全区|全部|以上)?(总计|合计|总合计|共计|总共|总和|求和|grandtotal|total|sum)(数|金额|人次|人数|笔数)?${counted}([（(].*[）)])?([:：].*)?$`,
  "i",
);
const sumWords = new RegExp(
  `^(.{0,60}(小计|汇总|合计)|(本年|全年|本月)?(累计|合计|总计))(数|金额)?${counted}([:：].*)?$`,
);
const footerWords =
  /^(制表|审核|复核|填报|填表|打印|导出|编制|经办|查询条件|统计口径|数据来源|单位负责人|(金额)?单位[:：]|备注[:：]|说明[:：]|注[:：]|第\d+页|共\d+(页|条|笔|行)|页码)/;
const nameOfFooter = /^.{1,8}[:：]/;
const serialNumber = /^\d{1,7}$/;

/** Kinds whose rows may say in any cell that they are a sum: one row a township, a line or a group of persons. */
const withSums: readonly ExtractKind[] = ["funding", "enrolment", "manual_aid"];
/** Required columns by which a row of data is known, whatever its first cell says. */
const conclusive = 3;
const measures: readonly FieldType[] = ["money", "rate", "value", "whole"];

/** Tells the rows of a file by their labels. */
export class RowLabels {
  /** Any cell may be the label: every row is to be asked. */
  readonly mayBeAnyCell: boolean;
  private readonly width: number;
  private readonly required: readonly number[];
  private readonly measured: ReadonlySet<number>;

  constructor({ profile: { kind }, columns, header }: Pick<Mapping, "profile" | "columns" | "header">) {
    const fields = [...columns].map(([name, { index }]) => ({ index, ...fieldsOf(kind)[name]! }));
    this.mayBeAnyCell = withSums.includes(kind);
    this.width = header.length;
    this.required = fields.filter(({ required }) => required).map(({ index }) => index);
    this.measured = new Set(fields.filter(({ type }) => measures.includes(type)).map(({ index }) => index));
  }

  /** Whether a row whose first word this is (without blanks) is worth asking for. */
  mayBegin(word: string): boolean {
    return totalWords.test(word) || sumWords.test(word) || footerWords.test(word);
  }

  of(cells: readonly string[]): RowLabel {
    const texts = cells.map((cell) => cell.replace(/[\s\u3000"]/g, ""));
    const filled = texts.filter((text) => text !== "");
    const [first = "", second = ""] = filled;
    const given = this.required.filter((index) => texts[index]).length;
    const isConclusive = this.required.length >= conclusive;
    if (isConclusive && given * 2 > this.required.length) return "data";
    const isSparse = filled.length * 2 <= this.width;
    const labels = this.mayBeAnyCell
      ? texts.filter((_, index) => !this.measured.has(index))
      : [serialNumber.test(first) ? second : first];
    if (labels.some((label) => totalWords.test(label))) return "total";
    if (labels.some((label) => sumWords.test(label)) && (isConclusive || this.mayBeAnyCell || isSparse)) return "sum";
    const isWhole = !isConclusive && given === this.required.length && !nameOfFooter.test(first);
    return footerWords.test(first) && isSparse && !isWhole ? "footer" : "data";
  }
}
