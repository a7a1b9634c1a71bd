import { PlainError } from "@/domain/errors";
import type { Warehouse } from "@/warehouse/connection";
import { literal } from "../grammar/sql";
import { cleanIdentifierText } from "../grammar/text";
import { fieldsOf } from "../profiles/fields";
import { tableReader } from "../steps/cells";
import type { Mapping } from "../steps/map";
import type { TableText } from "../steps/readTable";
import { tokenTypes } from "./readProfile";
import { shapeOf } from "./shapes";

/** The hundred most frequent surnames, of about 85 % of the people. */
const surnames =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常";
const name = new RegExp(`^[${surnames}][\\p{Script=Han}·]{1,3}$`, "u");

/** Words of a list are few; beyond this many, words that look like names are names. */
const mostWords = 24;
const mostly = 0.5;
const judgedRows = 2000;

/** Cells of which most are identity numbers, telephone numbers or, many different ones, names. */
export function arePersonal(cells: readonly string[]): boolean {
  const { certificate, phone } = shapeOf(cells);
  if (certificate > mostly || phone > mostly) return true;
  const filled = cells.map(cleanIdentifierText).filter((text) => text !== "");
  const names = filled.filter((text) => name.test(text));
  return names.length > filled.length * mostly && new Set(names).size > mostWords;
}

/**
 * Throws PlainError F-107 when a layout described as data reads what names a person as something that is kept: the
 * first rows tell it where the header does not. Layouts of the program say what their columns hold.
 */
export async function requireImpersonal(warehouse: Warehouse, table: TableText, mapping: Mapping): Promise<void> {
  if (!mapping.profile.exact) return;
  const fields = fieldsOf(mapping.profile.kind);
  const kept = [...mapping.columns].filter(([field]) => {
    const { type } = fields[field]!;
    return !tokenTypes.includes(type) && ["code", "text", "identity"].includes(type);
  });
  for (const [field, { index, header }] of kept) {
    const rows = await warehouse.rows<{ cell: string }>(
      `select c${index} as cell from ${tableReader(table, mapping)} where trim(c${index}) <> ${literal("")} limit ${judgedRows}`,
    );
    if (arePersonal(rows.map(({ cell }) => cell))) throw new PlainError("F-107", { header, field });
  }
}
