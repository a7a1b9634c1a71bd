import { walkXml } from "./walkXml";

/** What a number is shown as: a day or a time, hundredths, or thousands while the whole number is stored. */
export type NumberStyle = "date" | "percent" | "scaled";

/** Number formats that every spreadsheet knows by number. */
const builtIn: readonly (readonly [first: number, last: number, style: NumberStyle])[] = [
  [9, 10, "percent"],
  [14, 22, "date"],
  [27, 36, "date"], // East Asian dates
  [45, 47, "date"],
  [50, 58, "date"], // East Asian dates
];

/** What each style of `styles.xml`, by its number, shows a number as; null: as it is. */
export async function readNumberStyles(pieces: AsyncIterable<Buffer>): Promise<(NumberStyle | null)[]> {
  const formats = new Map<string, string>();
  const styles: string[] = [];
  let inStyles = false;
  await walkXml(pieces, {
    open(name, { numFmtId = "0", formatCode = "" }) {
      if (name === "numFmt") formats.set(numFmtId, formatCode);
      else if (name === "cellXfs") inStyles = true;
      else if (name === "xf" && inStyles) styles.push(numFmtId);
    },
    close(name) {
      if (name === "cellXfs") inStyles = false;
    },
  });
  return styles.map((id) => {
    const own = formats.get(id);
    return own === undefined
      ? (builtIn.find(([first, last]) => +id >= first && +id <= last)?.[2] ?? null)
      : styleOf(own);
  });
}

/**
 * `yyyy"年"m"月"d"日"` shows a day, `0.0%` hundredths, `0\.0,` ten thousands (a comma behind the last digit divides by a
 * thousand); `#,##0.00_ ;[Red]-#,##0.00 "days"` nothing else than the number.
 */
function styleOf(format: string): NumberStyle | null {
  const plain = format.replace(/"[^"]*"|[\\!].|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|General/gi, "");
  if (/[ymdhs]/i.test(plain)) return "date";
  if (plain.includes("%")) return "percent";
  return /[0#?],+(?![0#?,])/.test(plain) ? "scaled" : null;
}
