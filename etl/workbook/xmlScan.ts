import { PlainError } from "@/domain/errors";

/**
 * What a scan hands on. Positions are valid only during the call. Names are without prefix; `nameEnd` is also where the
 * attributes begin.
 */
export interface XmlVisitor {
  open(bytes: Buffer, nameStart: number, nameEnd: number, end: number): void;
  close(bytes: Buffer, nameStart: number, nameEnd: number): void;
  /** Text as written: `&amp;` and its like are not resolved. */
  text(bytes: Buffer, start: number, end: number): void;
  /** Text that stands for itself, from a CDATA section. */
  plainText(bytes: Buffer, start: number, end: number): void;
}

/** A longer tag or text is no cell of a table (bad inputs 52). */
const longestToken = 1 << 20;

const lessThan = 0x3c;
const greaterThan = 0x3e;
const slash = 0x2f;
const colon = 0x3a;
const exclamation = 0x21;
const question = 0x3f;
const doubleQuote = 0x22;
const singleQuote = 0x27;

/**
 * Walks through an XML file of UTF-8 in pieces and hands its tags and texts on as positions, without making a string of
 * any: a sheet of a million rows is a gigabyte of tags. Knows elements, texts, comments, CDATA and processing
 * instructions; a document type or an entity of its own is refused (L-113), as are tokens beyond reason (L-105). Throws
 * L-106 when the document ends before its elements do.
 */
export class XmlScan {
  private kept = Buffer.alloc(0);
  private depth = 0;
  private sawElement = false;

  constructor(private readonly visitor: XmlVisitor) {}

  write(piece: Buffer): void {
    const bytes = this.kept.length > 0 ? Buffer.concat([this.kept, piece]) : piece;
    const stop = this.scan(bytes);
    if (bytes.length - stop > longestToken) throw new PlainError("L-105");
    // A copy: the piece belongs to whoever reads the file.
    this.kept = stop < bytes.length ? Buffer.from(bytes.subarray(stop)) : Buffer.alloc(0);
  }

  end(): void {
    const rest = this.kept.toString("latin1").trim();
    if (rest !== "" || this.depth !== 0 || !this.sawElement) throw new PlainError("L-106");
  }

  /** Gives where the first unfinished token begins. */
  private scan(bytes: Buffer): number {
    const { visitor } = this;
    const { length } = bytes;
    let at = 0;
    while (at < length) {
      if (bytes[at] !== lessThan) {
        let end = at + 1;
        while (end < length && bytes[end] !== lessThan) end++;
        if (end === length) return at;
        visitor.text(bytes, at, end);
        at = end;
        continue;
      }
      if (at + 1 === length) return at;
      const second = bytes[at + 1]!;
      if (second === exclamation || second === question) {
        const end = this.special(bytes, at);
        if (end < 0) return at;
        at = end;
        continue;
      }
      const end = tagEnd(bytes, at, length);
      if (end < 0) return at;
      const isClosing = second === slash;
      let nameStart = isClosing ? at + 2 : at + 1;
      let nameEnd = nameStart;
      for (; nameEnd < end; nameEnd++) {
        const byte = bytes[nameEnd]!;
        if (byte === colon) nameStart = nameEnd + 1;
        else if (byte <= 0x20 || byte === slash) break;
      }
      if (isClosing) {
        if (--this.depth < 0) throw new PlainError("L-105");
        visitor.close(bytes, nameStart, nameEnd);
      } else {
        this.sawElement = true;
        visitor.open(bytes, nameStart, nameEnd, end);
        if (bytes[end - 1] === slash) visitor.close(bytes, nameStart, nameEnd);
        else this.depth++;
      }
      at = end + 1;
    }
    return at;
  }

  /** After a comment, CDATA section or processing instruction; -1 while its end is not there. */
  private special(bytes: Buffer, at: number): number {
    const [opening, closing] = specials.find(([start]) => startsLike(bytes, at, start)) ?? [];
    if (!opening) throw new PlainError("L-113");
    if (bytes.length - at < opening.length) return -1;
    const end = bytes.indexOf(closing!, at + opening.length);
    if (end < 0) return -1;
    if (opening === cdata) this.visitor.plainText(bytes, at + opening.length, end);
    return end + closing!.length;
  }
}

const cdata = "<![CDATA[";
const specials = [
  [cdata, "]]>"],
  ["<!--", "-->"],
  ["<?", "?>"],
] as const;

/** As far as there are bytes, they are those of `text`. */
function startsLike(bytes: Buffer, at: number, text: string): boolean {
  for (let i = 0; i < text.length && at + i < bytes.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** Position of the ">" that ends a tag; values in quotes may hold one. -1 when it is not there yet. */
function tagEnd(bytes: Buffer, at: number, length: number): number {
  for (let i = at + 1; i < length; i++) {
    const byte = bytes[i]!;
    if (byte === greaterThan) return i;
    if (byte === doubleQuote || byte === singleQuote) {
      i++;
      while (i < length && bytes[i] !== byte) i++;
      if (i >= length) return -1;
    } else if (byte === lessThan) throw new PlainError("L-105");
  }
  return -1;
}

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text with its references resolved; only the five that XML knows by itself (else L-113), and numbers. */
export function resolved(text: string): string {
  return text.replace(/&(#x?)?([^;&]*);?/g, (whole, number: string | undefined, name: string) => {
    if (!whole.endsWith(";")) throw new PlainError("L-113");
    if (!number) {
      const character = named[name];
      if (character === undefined) throw new PlainError("L-113");
      return character;
    }
    const point = Number.parseInt(name, number === "#" ? 10 : 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : "\ufffd";
  });
}

/** A text of a spreadsheet: references resolved, and characters written as `_x000D_`. */
export function spreadsheetText(text: string): string {
  const plain = text.includes("&") ? resolved(text) : text;
  return plain.includes("_x")
    ? plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : plain;
}
