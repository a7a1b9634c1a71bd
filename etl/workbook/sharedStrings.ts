import { PlainError } from "@/domain/errors";
import { CellText, isName } from "./cellText";
import type { XmlVisitor } from "./xmlScan";

const slabBytes = 4 << 20;
const listed = 1 << 17;
/** All texts of a workbook; more is no month of a county. */
const mostBytes = 512 << 20;

/**
 * The texts that cells of a workbook refer to by number, as bytes in large pieces: no object for each, so that millions of
 * them take little more than their letters.
 */
export class SharedStrings {
  count = 0;
  private readonly slabs: Buffer[] = [];
  private used = slabBytes;
  /** Where each text begins, in all slabs, and how long it is, in lists of `listed`. */
  private readonly starts: Uint32Array[] = [];
  private readonly lengths: Uint32Array[] = [];

  /** Throws L-103 beyond 512 MB of text. */
  add(bytes: Buffer, start: number, end: number): void {
    const length = end - start;
    if (this.used + length > slabBytes) {
      if (length > slabBytes || this.slabs.length * slabBytes >= mostBytes) throw new PlainError("L-103");
      this.slabs.push(Buffer.allocUnsafeSlow(slabBytes));
      this.used = 0;
    }
    const list = Math.floor(this.count / listed);
    if (list === this.starts.length) {
      this.starts.push(new Uint32Array(listed));
      this.lengths.push(new Uint32Array(listed));
    }
    this.starts[list]![this.count % listed] = (this.slabs.length - 1) * slabBytes + this.used;
    this.lengths[list]![this.count % listed] = length;
    bytes.copy(this.slabs.at(-1)!, this.used, start, end);
    this.used += length;
    this.count++;
  }

  /** Calls `use` with the bytes of a text. Throws L-105 for a number that no text has. */
  give(index: number, use: (bytes: Buffer, start: number, end: number) => void): void {
    if (!(index < this.count)) throw new PlainError("L-105");
    const start = this.starts[Math.floor(index / listed)]![index % listed]!;
    const offset = start % slabBytes;
    use(
      this.slabs[Math.floor(start / slabBytes)]!,
      offset,
      offset + this.lengths[Math.floor(index / listed)]![index % listed]!,
    );
  }
}

/** Collects the items of `sharedStrings.xml`: rich text is joined, its phonetic guides are left out. */
export class SharedStringsVisitor implements XmlVisitor {
  readonly strings = new SharedStrings();
  private readonly content = new CellText();
  private inPhonetic = false;

  open(bytes: Buffer, start: number, end: number): void {
    if (isName(bytes, start, end, "si")) this.content.clear();
    else if (isName(bytes, start, end, "t")) this.content.isOpen = !this.inPhonetic;
    else if (isName(bytes, start, end, "rPh")) this.inPhonetic = true;
  }

  close(bytes: Buffer, start: number, end: number): void {
    if (isName(bytes, start, end, "t")) this.content.isOpen = false;
    else if (isName(bytes, start, end, "si")) this.content.give((b, s, e) => this.strings.add(b, s, e));
    else if (isName(bytes, start, end, "rPh")) this.inPhonetic = false;
  }

  text(bytes: Buffer, start: number, end: number): void {
    this.content.append(bytes, start, end);
  }

  plainText(bytes: Buffer, start: number, end: number): void {
    this.content.appendPlain(bytes, start, end);
  }
}
