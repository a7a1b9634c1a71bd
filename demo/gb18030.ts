/**
 * Writes GB18030 by turning the built-in decoder round: every two-byte code is decoded once. That covers GBK, hence
 * all our texts; another character throws RangeError rather than becoming a question mark.
 */
let codes: Uint16Array | undefined;

function twoByteCodes(): Uint16Array {
  if (codes) return codes;
  codes = new Uint16Array(0x10000);
  const decoder = new TextDecoder("gb18030");
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== "\ufffd") codes[text.charCodeAt(0)] ||= (lead << 8) | trail;
    }
  return codes;
}

/** Writes `text` into `target` from `offset` on and returns the number of bytes. */
export function putGb18030(target: Buffer, offset: number, text: string): number {
  const table = twoByteCodes();
  let end = offset;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      target[end++] = unit;
      continue;
    }
    const code = table[unit]!;
    if (code === 0) throw new RangeError(`no two-byte code for character U+${unit.toString(16)}`);
    target[end++] = code >> 8;
    target[end++] = code & 0xff;
  }
  return end - offset;
}
