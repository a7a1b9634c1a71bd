const decoder = new TextDecoder("gb18030", { fatal: true });
const encoder = new TextEncoder();

/** U+FFFD in UTF-8. */
const noCharacter = 0xefbfbd;

let known: Uint32Array | null = null;

/**
 * The characters of two bytes, by those bytes, as the platform's decoder reads them: how many bytes of UTF-8 they become,
 * and below that these, the first of three highest; 0 where the two are no character. Made when first asked for.
 */
function tableOfPairs(): Uint32Array {
  known ??= newTableOfPairs();
  return known;
}

function newTableOfPairs(): Uint32Array {
  const spelt: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) spelt.push(lead, trail, 0x0a);
  const utf8 = Buffer.from(new TextDecoder("gb18030").decode(Uint8Array.from(spelt)));
  const table = new Uint32Array(1 << 16);
  let start = 0;
  for (let i = 0; i < spelt.length; i += 3) {
    const end = utf8.indexOf(0x0a, start);
    const bytes = end - start;
    const character =
      ((utf8[start]! << 16) | (utf8[start + 1]! << 8) | utf8[start + 2]!) & (0xffffff << (8 * (3 - bytes)));
    if (bytes <= 3 && character !== noCharacter) table[(spelt[i]! << 8) | spelt[i + 1]!] = (bytes << 24) | character;
    start = end + 1;
  }
  return table;
}

const highBits = 0x80808080;

/** Bytes that a buffer needs for what a piece of so many becomes: three for each, also of a character begun before, and four written at once. */
export const roomFor = (bytes: number) => 3 * (bytes + 3) + 4;

/**
 * Turns a text in GB18030 into UTF-8, piece by piece. Nearly all characters have one byte, and are copied by fours, or two,
 * and are looked up: less than half the time of decoding to strings. The platform's decoder is asked for the others.
 */
export class Gb18030Text {
  /** How many zero bytes were left out. */
  zeros = 0;
  private readonly pairs = tableOfPairs();
  private unfinished = Buffer.alloc(0);

  /**
   * Writes what a piece becomes, without zero bytes, into a buffer with `roomFor` it, and gives its length. A character that
   * the piece's end cuts waits for the next. Throws TypeError at bytes that are no character.
   */
  decodeInto(piece: Buffer, target: Buffer): number {
    const { pairs } = this;
    const bytes = this.unfinished.length > 0 ? Buffer.concat([this.unfinished, piece]) : piece;
    const { length } = bytes;
    const from = new DataView(bytes.buffer, bytes.byteOffset, length);
    const to = new DataView(target.buffer, target.byteOffset, target.length);
    const hasZeros = bytes.includes(0);
    let size = 0;
    let i = 0;
    while (i < length) {
      for (; !hasZeros && i + 4 <= length; i += 4, size += 4) {
        const four = from.getInt32(i);
        if ((four & highBits) !== 0) break;
        to.setInt32(size, four);
      }
      if (i === length) break;
      const byte = bytes[i]!;
      if (byte < 0x80) {
        i++;
        if (byte === 0) this.zeros++;
        else target[size++] = byte;
        continue;
      }
      const pair = i + 1 < length ? pairs[(byte << 8) | bytes[i + 1]!]! : 0;
      if (pair !== 0) {
        i += 2;
        to.setInt32(size, pair << 8);
        size += pair >>> 24;
        continue;
      }
      const end = i + lengthAt(bytes, i);
      if (end > length) break;
      size += encoder.encodeInto(decoder.decode(bytes.subarray(i, end)), target.subarray(size)).written;
      i = end;
    }
    this.unfinished = Buffer.from(bytes.subarray(i));
    return size;
  }

  /** Throws TypeError where the text ends within a character. */
  end(): void {
    decoder.decode(this.unfinished);
  }
}

/** Bytes of the character that begins at `i`, as far as its first two tell: more than are left where the piece's end cuts it. */
function lengthAt(bytes: Buffer, i: number): number {
  const [lead, second] = [bytes[i]!, bytes[i + 1]];
  if (lead === 0x80 || lead === 0xff) return 1;
  return second !== undefined && second >= 0x30 && second <= 0x39 ? 4 : 2;
}
