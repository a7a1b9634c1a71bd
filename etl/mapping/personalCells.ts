import { PlainError } from "@/domain/errors";
import type { Warehouse } from "@/warehouse/connection";
import { holdsNumberOfPerson } from "../grammar/ofPerson";
import { cleanIdentifierText } from "../grammar/text";
import { type FieldType, fieldsOf, isOfCodes } from "../profiles/fields";
import { tableReader } from "../steps/cells";
import type { Mapping } from "../steps/map";
import type { TableText } from "../steps/readTable";

/** The hundred most frequent surnames, of about 85 % of the people. */
const surnames =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常";
const name = new RegExp(`^[${surnames}][\\p{Script=Han}·]{1,3}$`, "u");

/** Words of a list are few; beyond this many, words that look like names are names. */
const mostWords = 24;
const mostly = 0.5;
/** What stands so often in the first rows is a word of a list. */
const timesOfWord = 3;
const judgedRows = 2000;
/** Fields whose text is kept as it stands, not as a token. */
const keptTypes: readonly FieldType[] = ["code", "region", "scheme", "text", "identity"];
const plainCode = /^[0-9A-Za-z._-]+$/;

/** What the first rows have in a column whose content would be kept as it stands. */
export interface KeptColumn {
  readonly field: string;
  readonly type: FieldType;
  readonly header: string;
  readonly cells: readonly string[];
}

/** The first rows of every column that is kept as it stands. */
export async function readKeptColumns(warehouse: Warehouse, table: TableText, mapping: Mapping): Promise<KeptColumn[]> {
  const fields = fieldsOf(mapping.profile.kind);
  const kept = [...mapping.columns].filter(([field]) => keptTypes.includes(fields[field]!.type));
  if (kept.length === 0) return [];
  const rows = await warehouse.rows<Record<string, string | null>>(
    `select ${kept.map(([, { index }]) => `c${index}`).join(", ")} from ${tableReader(table, mapping)} limit ${judgedRows}`,
  );
  return kept.map(([field, { index, header }]) => ({
    ...{ field, header, type: fields[field]!.type },
    cells: rows.map((row) => cleanIdentifierText(row[`c${index}`] ?? "")).filter((text) => text !== ""),
  }));
}

/**
 * Refuses a column that names persons and would be kept as it is: the first rows tell what a header does not. Throws
 * PlainError F-107 of a layout described as data, L-216 of one of the program, whose headers and contents do not fit.
 */
export function requireImpersonal(columns: readonly KeptColumn[], region: string, exact: boolean): void {
  for (const { field, type, header, cells } of columns) {
    // Names of institutions and of lines may look like those of persons; whoever wrote the program's layouts knows them.
    const mayNotName = exact || type !== "text";
    if (areNumbersOfPersons(cells, region) || (mayNotName && areNames(cells)))
      throw exact ? new PlainError("F-107", { header, field }) : new PlainError("L-216", { header });
  }
}

/**
 * The fields whose columns hold codes and hardly any word, none of them again and again: a word that could be a name is none
 * of theirs.
 */
export function codeOnlyFields(columns: readonly KeptColumn[]): ReadonlySet<string> {
  const codeOnly = columns.filter(({ type, cells }) => {
    // One character alone is no name: 无, 空.
    const words = cells.filter((text) => text.length > 1 && !plainCode.test(text));
    return isOfCodes(type) && words.length < cells.length * mostly && mostFrequent(words) < timesOfWord;
  });
  return new Set(codeOnly.map(({ field }) => field));
}

function mostFrequent(words: readonly string[]): number {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return Math.max(0, ...times.values());
}

const countOf = (cells: readonly string[], test: (text: string) => boolean) => cells.filter(test).length;

/** Cells of which most are identity numbers or telephone numbers. */
const areNumbersOfPersons = (cells: readonly string[], region: string) =>
  countOf(cells, (text) => holdsNumberOfPerson(text, region)) > cells.length * mostly;

/** Cells of which most are names, many different ones. */
function areNames(cells: readonly string[]): boolean {
  const names = cells.filter((text) => name.test(text));
  return names.length > cells.length * mostly && new Set(names).size > mostWords;
}
