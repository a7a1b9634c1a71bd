import { PlainError } from "@/domain/errors";
import type { Warehouse } from "@/warehouse/connection";
import { cleanIdentifierText } from "../grammar/text";
import { type FieldType, fieldsOf } from "../profiles/fields";
import { tableReader } from "../steps/cells";
import type { Mapping } from "../steps/map";
import type { TableText } from "../steps/readTable";
import { shapeOf } from "./shapes";

/** The hundred most frequent surnames, of about 85 % of the people. */
const surnames =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常";
const name = new RegExp(`^[${surnames}][\\p{Script=Han}·]{1,3}$`, "u");

/** Words of a list are few; beyond this many, words that look like names are names. */
const mostWords = 24;
const mostly = 0.5;
const judgedRows = 2000;
/** Fields whose text is kept as it stands, not as a token. */
const keptTypes: readonly FieldType[] = ["code", "text", "identity"];

/** Cells of which most are identity numbers or telephone numbers. */
function areNumbersOfPersons(cells: readonly string[]): boolean {
  const { certificate, phone } = shapeOf(cells);
  return certificate > mostly || phone > mostly;
}

/** Cells of which most are identity numbers, telephone numbers or, many different ones, names. */
export function arePersonal(cells: readonly string[]): boolean {
  if (areNumbersOfPersons(cells)) return true;
  const filled = cells.map(cleanIdentifierText).filter((text) => text !== "");
  const names = filled.filter((text) => name.test(text));
  return names.length > filled.length * mostly && new Set(names).size > mostWords;
}

/**
 * Refuses a column that names persons and would be kept as it is: the first rows tell what a header does not. Throws
 * PlainError F-107 of a layout described as data, L-216 of one of the program, whose headers and contents do not fit.
 */
export async function requireImpersonal(warehouse: Warehouse, table: TableText, mapping: Mapping): Promise<void> {
  const { exact, kind } = mapping.profile;
  const fields = fieldsOf(kind);
  const kept = [...mapping.columns].filter(([field]) => keptTypes.includes(fields[field]!.type));
  if (kept.length === 0) return;
  const columns = kept.map(([, { index }]) => `c${index}`);
  const rows = await warehouse.rows<Record<string, string | null>>(
    `select ${columns.join(", ")} from ${tableReader(table, mapping)} limit ${judgedRows}`,
  );
  for (const [place, [field, { header }]] of kept.entries()) {
    const cells = rows.map((row) => row[columns[place]!] ?? "");
    // Names of institutions and of lines may look like those of persons; whoever wrote the program's layouts knows them.
    const isPersonal = exact || fields[field]!.type !== "text" ? arePersonal : areNumbersOfPersons;
    if (isPersonal(cells))
      throw exact ? new PlainError("F-107", { header, field }) : new PlainError("L-216", { header });
  }
}
