import { literal } from "@/domain/sqlLiteral";
import { holdsNumberOfPersonSql } from "./ofPerson";
import { fault, type Grammar, matches } from "./sql";

/** Blanks and invisible characters that exports leave around (and inside) values. */
const blanks = " \t\r\n\u000b\f\u00a0\u1680\u2002\u2003\u2009\u202f\u3000";
const controls = Array.from({ length: 0x1f }, (_, i) => String.fromCharCode(i + 1))
  .filter((character) => !blanks.includes(character))
  .join("");
export const invisibleCharacters = `${controls}\u007f\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff`;

const fullWidth = "０１２３４５６７８９．－−￥（）／：";
const halfWidth = "0123456789.--¥()/:";
const fullWidthLetters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(0xff21 + i, 0xff41 + i)).join("");
const halfWidthLetters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i, 97 + i)).join("");

/** How systems write "nothing here" (lower case). */
const emptyWords = ["", "null", "nan", "none", "nil", "n/a", "\\n", "-", "--", "—", "——", "无", "/", "空"];

/** How the reader of spreadsheets writes a formula without a stored result; the grammars of required fields hold it. */
export const formulaWithoutResult = "=?";

/** SQL: the branch of a grammar that holds such a formula. */
export const whenWithoutResult = (column: string) =>
  `when ${column} = ${literal(formulaWithoutResult)} then ${fault("L-315")}`;

export const isEmptyWord = (column: string) => `lower(${column}) in (${emptyWords.map(literal).join(", ")})`;

/** Nothing in it needs a look at each character. */
const isAscii = (text: string) => `regexp_full_match(${text}, '[ -~\\t\\r\\n]*')`;
const asciiBlanks = literal(" \t\r\n");

/** What stands around a number so that a spreadsheet takes it for text: '36…, ="36…". */
const quotes = "\"'`“”‘’";
const textMarks = `^=?[${quotes}]+|[${quotes}]+$`;

/** SQL: invisible characters dropped, full-width digits and signs made plain, blanks and quotation marks around it trimmed. */
export function clean(raw: string): string {
  const plain = `translate(${raw}, ${literal(fullWidth + invisibleCharacters)}, ${literal(halfWidth)})`;
  const quoted = `case when starts_with(${raw}, '="') then substr(${raw}, 2) else ${raw} end`;
  return `case when ${isAscii(raw)} then trim(${quoted}, ${literal(` \t\r\n${quotes}`)})
    else trim(${plain}, ${literal(blanks + quotes)}) end`;
}

/** 390.0, as programs write a column of numbers; more than 15 digits are no longer those of the number. */
const emptyDecimals = "^([0-9]{1,15})[.]0+$";

/** SQL: like `clean`; letters are made plain, blanks inside dropped as well, and what stands around a number. */
export function cleanIdentifier(raw: string): string {
  const plain = `translate(${raw}, ${literal(fullWidth + fullWidthLetters + invisibleCharacters + blanks)}, ${literal(halfWidth + halfWidthLetters)})`;
  const ascii = `replace(replace(trim(${raw}, ${asciiBlanks}), ' ', ''), ${literal("\t")}, '')`;
  const kept = `case when ${isAscii(raw)} then ${ascii} else ${plain} end`;
  return `regexp_replace(regexp_replace(${kept}, ${literal(textMarks)}, '', 'g'), ${literal(emptyDecimals)}, '\\1')`;
}

/** The same in TypeScript, for values that never pass through DuckDB. */
export function cleanIdentifierText(text: string): string {
  const from = fullWidth + fullWidthLetters;
  const to = halfWidth + halfWidthLetters;
  const kept = [...text].filter((c) => !invisibleCharacters.includes(c) && !blanks.includes(c));
  return kept
    .map((c) => (from.includes(c) ? to[from.indexOf(c)] : c))
    .join("")
    .replace(new RegExp(textMarks, "g"), "")
    .replace(new RegExp(emptyDecimals), "$1");
}

/** The end of a grammar of text: what holds no number of a person (L-428) is text. */
const unlessNumber = (tidy: string, region: string) =>
  `when ${holdsNumberOfPersonSql(tidy, region)} or ${holdsNumberOfPersonSql(cleanIdentifier(tidy), region)} then ${fault("L-428")} else ${tidy} end`;

const noText = `0-9０-９${blanks}${invisibleCharacters}`;

/** Names and free text in a file of a region: without blanks and one pair of quotation marks around it, nothing rewritten. */
export const text = (region: string): Grammar => ({
  // No quotation mark before three characters at least without N or digits, longer than any word for nothing but NULL, nan, None and nil; then no more
  // than ten digits together, fewer than a telephone number has.
  plain: `[^nN'"${noText}][^${noText}]{2,}(?:[0-9]{1,10}[^${noText}]+)*(?:[0-9]{1,10})?`,
  tidy: (raw) => {
    const trimmed = `trim(translate(${raw}, ${literal(invisibleCharacters)}, ''), ${literal(blanks)})`;
    return `regexp_replace(${trimmed}, ${literal(`^(?:'([^']*)'|"([^"]*)")$`)}, '\\1\\2')`;
  },
  canonical: (tidy) => `case when ${isEmptyWord(tidy)} then null ${unlessNumber(tidy, region)}`,
  typed: (canonical) => canonical,
});

/** An identity of the registry, code or name: whoever writes 无 says that a person holds none. */
export const identity = (region: string): Grammar => ({
  ...text(region),
  plain: `[0-9]{3,9}|${text(region).plain}`,
  canonical: (tidy) => `case when ${tidy} <> '无' and ${isEmptyWord(tidy)} then null ${unlessNumber(tidy, region)}`,
});

/** A flag by its words: 1, 0, yes and no, and what the column itself calls them. Any other is a fault. */
function flagOf(set: string, unset: string): Grammar {
  const oneOf = (words: string) => words.split(" ").map(literal).join(", ");
  return {
    plain: "[01]",
    plainWords: ["0", "1"],
    tidy: clean,
    canonical: (tidy) =>
      `case when ${tidy} is null or ${isEmptyWord(tidy)} then null
        when ${matches(tidy, "0?1([.]0+)?")} or lower(${tidy}) in (${oneOf(`是 y yes t true ${set}`)}) then '1'
        when ${matches(tidy, "0?0([.]0+)?")} or lower(${tidy}) in (${oneOf(`否 n no f false ${unset}`)}) then '0'
        ${whenWithoutResult(tidy)} else ${fault("L-423")} end`,
    typed: (canonical) => `${canonical} = '1'`,
  };
}

/** Whether the row holds: 正常 is a valid row here, and no refund below. */
export const validity = flagOf("有效 正常 生效", "无效 作废 失效 注销 撤销 已撤销 已作废");

/** Whether the row is a refund, or was refunded. */
export const refund = flagOf("退费 已退费 已退 冲销 冲正", "正常 未退费 未退 非退费");

/** Any other yes or no. */
export const flag = flagOf("有 计算 √", "没有 不计算 ×");
