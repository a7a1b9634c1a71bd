import { expect, test } from "vitest";
import { Gb18030Text, roomFor } from "@/etl/steps/gb18030";
import { randomNumbers } from "@/tests/setup/random";
import { times } from "../faults/bureau";

/** What the platform's decoder makes of the whole text, without zero bytes; null where a byte is no character. */
function expected(bytes: Buffer): string | null {
  try {
    return new TextDecoder("gb18030", { fatal: true }).decode(bytes).replaceAll("\0", "");
  } catch {
    return null;
  }
}

/** The same by pieces of the given lengths, the rest in one. */
function decoded(bytes: Buffer, lengths: readonly number[] = []): string | null {
  const text = new Gb18030Text();
  const parts: Buffer[] = [];
  let at = 0;
  try {
    for (const length of [...lengths, bytes.length]) {
      const piece = bytes.subarray(at, at + length);
      const target = Buffer.alloc(roomFor(piece.length), "?");
      parts.push(target.subarray(0, text.decodeInto(piece, target)));
      at += piece.length;
    }
    text.end();
  } catch {
    return null;
  }
  return Buffer.concat(parts).toString("utf8");
}

test("every byte and every two bytes are the character, or the fault, that the platform's decoder finds", () => {
  for (let first = 0; first < 256; first++) {
    expect(decoded(Buffer.of(first)), `${first}`).toBe(expected(Buffer.of(first)));
    for (let second = 0; second < 256; second++) {
      const bytes = Buffer.of(first, second, 0x41);
      expect(decoded(bytes), bytes.toString("hex")).toBe(expected(bytes));
    }
  }
});

/** Characters by their bytes: digits, letters, everyday and rare ones, of a user's own, of four bytes, a zero byte, 0x80. */
const characters = ["30", "2c", "0a", "41", "d6d0", "b9fa", "8140", "fefe", "a2a1", "82358f33", "84319533", "9439da39"]
  .concat(["e3329a35", "81308130", "00", "80"])
  .map((hex) => Buffer.from(hex, "hex"));

test("texts cut anywhere become what they are in one piece; damaged ones are refused as a whole", () => {
  let [read, refused] = [0, 0];
  for (let seed = 1; seed <= times(50_000, 2000); seed++) {
    const random = randomNumbers(seed);
    const below = (limit: number) => Math.floor(random() * limit);
    const bytes = Buffer.concat(
      Array.from({ length: 1 + below(40) }, () => characters[below(random() < 0.6 ? 4 : characters.length)]!),
    );
    if (seed % 3 === 0) bytes[below(bytes.length)] = below(256);
    if (seed % 7 === 0) bytes.fill(0x39, bytes.length - 1);
    const whole = expected(bytes);
    const lengths = Array.from({ length: below(12) }, () => below(7));
    expect(decoded(bytes, lengths), `seed ${seed}`).toBe(whole);
    if (whole === null) refused++;
    else read++;
  }
  expect(read).toBeGreaterThan(refused);
  expect(refused).toBeGreaterThan(100);
});
