import { walkXml } from "./walkXml";

/** Number formats that every spreadsheet knows by number and that show a day or a time. */
const builtIn: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36], // East Asian dates
  [45, 47],
  [50, 58], // East Asian dates
];

/** Whether cells of each style of `styles.xml`, by its number, show a date. */
export async function readDateStyles(pieces: AsyncIterable<Buffer>): Promise<boolean[]> {
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
    return own === undefined ? builtIn.some(([first, last]) => +id >= first && +id <= last) : showsDate(own);
  });
}

/** `yyyy"年"m"月"d"日"` does, `#,##0.00_ ;[Red]-#,##0.00 "days"` does not. */
function showsDate(format: string): boolean {
  const letters = format.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  return /[ymdhs]/i.test(letters.replace(/General/gi, ""));
}
