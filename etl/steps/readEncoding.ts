import { isUtf8 } from "node:buffer";
import { type FileHandle, open, stat } from "node:fs/promises";
import { PlainError } from "@/domain/errors";
import type { Encoding } from "@/domain/load";
import { chunkBytes, chunks, firstBytes, lastBytes } from "./fileChunks";
import { Gb18030Text, roomFor } from "./gb18030";

export interface TextInput {
  readonly encoding: Encoding;
  /** UTF-8, possibly with a byte order mark: the file itself, or the decoded copy. */
  readonly path: string;
  /** Zero bytes, of UTF-16 zero characters, that were left out. */
  readonly droppedBytes: number;
}

/** What a disk hands out for the end of a file that never reached it. */
const padding = Buffer.alloc(16);
/** Enough to tell a text from other bytes. */
const headBytes = 64;
const utf32Mark = Buffer.from([0xff, 0xfe, 0, 0]);

/**
 * Decides the encoding of a whole file, strictly and in this order: byte order mark, UTF-8, GB18030. Anything but UTF-8
 * is written to `decodedPath` as UTF-8. Throws L-101 (empty), L-106 (ends within a character or in zeros), L-201 (no known encoding) or L-202 (two encodings mixed).
 * With a `declared` encoding it decides nothing, and throws L-213 where the bytes do not belong to it.
 */
export async function readText(
  path: string,
  decodedPath: string,
  declared: Encoding | null = null,
): Promise<TextInput> {
  const head = await firstBytes(path, headBytes);
  if (head.length === 0) throw new PlainError("L-101");
  if (!head.includes(0) && (await lastBytes(path, padding.length)).equals(padding)) throw new PlainError("L-106");
  if (head.indexOf(utf32Mark) === 0) throw new PlainError("L-201");
  const decoded = async (encoding: Encoding, otherwise: () => PlainError | Promise<PlainError>): Promise<TextInput> => {
    const droppedBytes = await decode(path, encoding, decodedPath);
    if (droppedBytes === null) throw await otherwise();
    return { encoding, path: decodedPath, droppedBytes };
  };
  const notAsDeclared = () => new PlainError("L-213", { encoding: declared!.toUpperCase() });
  if (declared !== null && declared !== "utf-8") return decoded(declared, notAsDeclared);
  const mark = declared === null ? markedEncoding(head) : null;
  if (mark === "utf-16le" || mark === "utf-16be") return decoded(mark, () => new PlainError("L-201"));
  const { seen, validUtf8, mixed, isCut, zeroBytes } = await inspect(path);
  if (isCut) throw new PlainError("L-106");
  if (declared !== null && !validUtf8) throw notAsDeclared();
  requireText(zeroBytes, seen);
  if (validUtf8)
    return zeroBytes > 0
      ? decoded("utf-8", () => new PlainError("L-201"))
      : { encoding: "utf-8", path, droppedBytes: 0 };
  if (mixed) {
    const reason = await unreadable(path);
    if (reason.code === "L-202") throw reason;
  }
  if (mark === "utf-8") throw await unreadable(path);
  const text = await decoded("gb18030", () => unreadable(path));
  requireText(text.droppedBytes, (await stat(path)).size);
  return text;
}

/** Throws L-201 for text of two bytes a character without its mark, or no text at all. */
function requireText(zeroBytes: number, bytes: number): void {
  if (zeroBytes * 50 > bytes) throw new PlainError("L-201");
}

/**
 * Whether a file so large that reading it takes time is probably UTF-8 as it stands: its beginning is. Then `isPlainUtf8`
 * tells, while work goes on.
 */
export async function isProbablyUtf8(path: string): Promise<boolean> {
  for await (const chunk of chunks(path)) {
    const mark = markedEncoding(chunk);
    const isText = !chunk.includes(0) && isUtf8(chunk.subarray(0, chunk.length - incompleteTail(chunk)));
    return chunk.length === chunkBytes && (mark === null || mark === "utf-8") && isText;
  }
  return false;
}

/** Whether a file is UTF-8 as it stands, to the last byte: what `readText` would leave alone. */
export async function isPlainUtf8(path: string): Promise<boolean> {
  const { validUtf8, zeroBytes } = await inspect(path);
  return validUtf8 && zeroBytes === 0;
}

/**
 * Why a file that passes for GB18030 may have no known header: it is UTF-8 with stray bytes, or another encoding whose
 * bytes happen to be legal (Big5). Null when the text does look like GB18030.
 */
export async function doubtsOf(path: string): Promise<PlainError | null> {
  const reason = await unreadable(path);
  if (reason.code === "L-202") return reason;
  const head = await firstBytes(path, 1 << 16);
  let pairs = 0;
  let rare = 0;
  for (let i = 0; i + 1 < head.length; i++) {
    if (head[i]! < 0x81) continue;
    pairs++;
    // Everyday characters (GB 2312) have a second byte from A1 on; of Big5's, four in ten lie below.
    if (head[++i]! < 0xa1) rare++;
  }
  return rare * 8 > pairs ? reason : null;
}

async function unreadable(path: string): Promise<PlainError> {
  const row = await firstStrayLine(path);
  return row === null ? new PlainError("L-201") : new PlainError("L-202", { row });
}

/** What the bytes say up to the first piece that is no UTF-8, or to the end. */
async function inspect(path: string) {
  let seen = 0;
  let zeroBytes = 0;
  let split = Buffer.alloc(0);
  for await (const chunk of chunks(path)) {
    seen += chunk.length;
    for (let i = chunk.indexOf(0); i >= 0; i = chunk.indexOf(0, i + 1)) zeroBytes++;
    // The bytes of a character that the chunk's end cuts are judged with the next chunk.
    const text = split.length > 0 ? Buffer.concat([split, chunk]) : chunk;
    const whole = text.length - incompleteTail(text);
    if (!isUtf8(text.subarray(0, whole)))
      return { seen, zeroBytes, validUtf8: false, mixed: isMostlyUtf8(text), isCut: false };
    split = Buffer.from(text.subarray(whole));
  }
  // A file that ends within a character is cut, not of another encoding.
  const isCut = split.length > 0;
  return { seen, zeroBytes, validUtf8: !isCut, mixed: false, isCut };
}

const enoughStrays = 1000;
/** Good characters of several bytes for each bad one, in a file that is UTF-8 but for a few bytes. */
const goodForBad = 10;

/** The bytes are UTF-8 with strays among them: of GB18030 hardly any character passes for UTF-8. */
function isMostlyUtf8(bytes: Buffer): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  let good = 0;
  let strays = 0;
  for (let i = 0; i < text.length && strays < enoughStrays; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) strays++;
    else if (code > 0x7f) good++;
  }
  return good >= goodForBad * strays;
}

/** Bytes at the end that begin a character of UTF-8 without finishing it. */
function incompleteTail(text: Buffer): number {
  for (let back = 1; back <= Math.min(3, text.length); back++) {
    const byte = text[text.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const expected = byte > 0xf4 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return expected > back ? back : 0;
  }
  return 0;
}

function markedEncoding(head: Buffer): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  return null;
}

/** Writes the file as UTF-8 without zeros and gives how many those were; null when a byte does not belong to the encoding. */
async function decode(path: string, encoding: Encoding, decodedPath: string): Promise<number | null> {
  const text = encoding === "gb18030" ? new Gb18030Text() : new PlatformText(encoding);
  const target = await open(decodedPath, "w", 0o600);
  const write = writerOf(target);
  try {
    for await (const chunk of chunks(path)) await write((buffer) => text.decodeInto(chunk, buffer));
    requireWhole(text);
    // Nothing more: waits for the last piece.
    await write(() => 0);
    return text.zeros;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  } finally {
    await target.close();
  }
}

/** Throws L-106 where a text ends within a character. */
function requireWhole(text: { end(): void }): void {
  try {
    text.end();
  } catch {
    throw new PlainError("L-106");
  }
}

/** Turns a text into UTF-8 as `Gb18030Text` does, by the platform's decoder alone. */
class PlatformText {
  zeros = 0;
  private readonly decoder: TextDecoder;
  private readonly encoder = new TextEncoder();

  constructor(encoding: Encoding) {
    this.decoder = new TextDecoder(encoding, { fatal: true });
  }

  decodeInto(piece: Buffer, target: Buffer): number {
    const text = this.decoder.decode(piece, { stream: true });
    // Bytes are searched three times as fast as the text that they become.
    const kept = piece.includes(0) ? text.replaceAll("\0", "") : text;
    this.zeros += text.length - kept.length;
    return this.encoder.encodeInto(kept, target).written;
  }

  end(): void {
    this.decoder.decode();
  }
}

/**
 * Appends what is filled into a buffer, a chunk's worth at a time. Each is on its way while the next one is made: whoever
 * calls waits for the one before.
 */
function writerOf(target: FileHandle): (fill: (buffer: Buffer) => number) => Promise<void> {
  const newBuffer = () => Buffer.allocUnsafe(roomFor(chunkBytes));
  let [filled, underWay] = [newBuffer(), newBuffer()];
  let writing = Promise.resolve();
  return async (fill) => {
    const length = fill(filled);
    await writing;
    [filled, underWay] = [underWay, filled];
    writing = writeAll(target, underWay.subarray(0, length));
    // Who waits for it learns of its failure.
    writing.catch(() => undefined);
  };
}

async function writeAll(target: FileHandle, bytes: Buffer): Promise<void> {
  for (let done = 0; done < bytes.length; ) done += (await target.write(bytes, done)).bytesWritten;
}

/**
 * The line of the first byte that is no UTF-8, in a file that otherwise is UTF-8 (see `goodForBad`); null when the file is something else altogether.
 */
async function firstStrayLine(path: string): Promise<number | null> {
  const decoder = new TextDecoder("utf-8");
  let line = 1;
  let strayLine: number | null = null;
  let strays = 0;
  let good = 0;
  for await (const chunk of chunks(path)) {
    for (const [character] of decoder.decode(chunk, { stream: true }).matchAll(/\n|[^\0-\x7f]/gu)) {
      if (character === "\n") line++;
      else if (character === "\ufffd") {
        strays++;
        strayLine ??= line;
      } else good++;
    }
  }
  return good >= goodForBad * strays ? strayLine : null;
}
