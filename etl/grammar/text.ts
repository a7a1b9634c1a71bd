import { fault, type Grammar, literal } from "./sql";

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
const emptyWords = ["", "null", "nan", "none", "nil", "\\n", "-", "--", "—", "——", "无", "/", "空"];

/** How the reader of spreadsheets writes a formula without a stored result; the grammars of required fields hold it. */
export const formulaWithoutResult = "=?";

/** SQL: the branch of a grammar that holds such a formula. */
export const whenWithoutResult = (column: string) =>
  `when ${column} = ${literal(formulaWithoutResult)} then ${fault("L-315")}`;

export const isEmptyWord = (column: string) => `lower(${column}) in (${emptyWords.map(literal).join(", ")})`;

/** Nothing in it needs a look at each character. */
const isAscii = (text: string) => `regexp_full_match(${text}, '[ -~\\t\\r\\n]*')`;
const asciiBlanks = literal(" \t\r\n");

/** SQL: invisible characters dropped, full-width digits and signs made plain, blanks and a spreadsheet's leading ' trimmed. */
export function clean(raw: string): string {
  const plain = `translate(${raw}, ${literal(fullWidth + invisibleCharacters)}, ${literal(halfWidth)})`;
  return `case when ${isAscii(raw)} then ltrim(trim(${raw}, ${asciiBlanks}), ${literal(" \t'")})
    else trim(ltrim(trim(${plain}, ${literal(blanks)}), ${literal("'")}), ${literal(blanks)}) end`;
}

/** SQL: like `clean`; letters are made plain and blanks inside dropped as well. */
export function cleanIdentifier(raw: string): string {
  const plain = `translate(${raw}, ${literal(fullWidth + fullWidthLetters + invisibleCharacters + blanks)}, ${literal(halfWidth + halfWidthLetters)})`;
  const ascii = `replace(replace(trim(${raw}, ${asciiBlanks}), ' ', ''), ${literal("\t")}, '')`;
  return `ltrim(case when ${isAscii(raw)} then ${ascii} else ${plain} end, ${literal("'")})`;
}

/** The same in TypeScript, for values that never pass through DuckDB. */
export function cleanIdentifierText(text: string): string {
  const from = fullWidth + fullWidthLetters;
  const to = halfWidth + halfWidthLetters;
  const kept = [...text].filter((c) => !invisibleCharacters.includes(c) && !blanks.includes(c));
  return kept
    .map((c) => (from.includes(c) ? to[from.indexOf(c)] : c))
    .join("")
    .replace(/^'+/, "");
}

/** Names and free text: trimmed, nothing rewritten inside. */
export const text: Grammar = {
  // Three characters at least, the first no N: longer than any word for nothing but NULL, nan, None and nil.
  plain: `[^nN${blanks}${invisibleCharacters}][^${blanks}${invisibleCharacters}]{2,}`,
  tidy: (raw) => `trim(translate(${raw}, ${literal(invisibleCharacters)}, ''), ${literal(blanks)})`,
  canonical: (tidy) => `case when ${isEmptyWord(tidy)} then null else ${tidy} end`,
  typed: (canonical) => canonical,
};

/** 1 and 0, and the words for them. Anything else has no value. */
export const flag: Grammar = {
  plain: "[01]",
  tidy: clean,
  canonical: (tidy) =>
    `case when ${tidy} in ('1', '0') then ${tidy}
      when lower(${tidy}) in ('01', '是', 'y', 'yes', 'true', '有效', '退费', '已退费') then '1'
      when lower(${tidy}) in ('00', '否', 'n', 'no', 'false', '无效', '作废', '正常', '未退费') then '0' end`,
  typed: (canonical) => `${canonical} = '1'`,
};
