import { createHash } from "node:crypto";
import { putGb18030 } from "@/demo/gb18030";
import { identityCheckCharacter } from "@/etl/grammar/identifier";
import { Archive } from "@/etl/steps/readArchive";
import { defaultLimits } from "@/etl/steps/sizeLimits";

/** Somebody who does not exist, to be planted in files and to be found nowhere afterwards. */
export interface Canary {
  readonly name: string;
  readonly certificate: string;
  readonly person: string;
  readonly phone: string;
}

/** Names with rare characters, certificates with a right check character of an area that nobody has. */
export const canaries: readonly Canary[] = Array.from({ length: 50 }, (_, index) => ({
  name: `${"钱孙李周吴郑王冯陈褚"[index % 10]}${"龘靐齉爨麤"[index % 5]}${String.fromCharCode(0x9f40 + index)}`,
  certificate: certificateOf(index),
  person: `99887766000000${String(index).padStart(6, "0")}7`,
  phone: `1390066${String(index).padStart(4, "0")}`,
}));

function certificateOf(index: number): string {
  const digits = `99990119${String(50 + (index % 50))}0101${String(100 + index)}`;
  return digits + identityCheckCharacter(digits);
}

/** A way in which a token may be written, as the bytes of it in Latin-1. */
interface Needle {
  readonly token: string;
  readonly written: string;
  /** Whether it stands for itself only where no digit or letter is beside it: so short that hashes hold it by chance. */
  readonly alone: boolean;
}

const hashes = ["md5", "sha1", "sha256"];

const lastDigits = canaries.map(({ certificate }) => certificate.slice(-8));

/** Each canary whole, where and when a certificate's owner was born, its last 8 digits, and hashes without a key. */
const tokens = canaries.flatMap(({ name, certificate, person, phone }) => [
  ...[name, certificate, certificate.slice(0, 14), person, phone],
  ...[certificate, person, name, phone].flatMap((value) =>
    hashes.map((algorithm) => createHash(algorithm).update(value).digest("hex").slice(0, 32)),
  ),
]);

/** As JSON and JavaScript may write it. */
const escaped = (token: string) =>
  [...token].map((c) => (c < "\x7f" ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)).join("");

const needles: readonly Needle[] = [...tokens, ...lastDigits].flatMap((token) => {
  const alone = lastDigits.includes(token);
  const utf8 = Buffer.from(token);
  const utf16 = Buffer.from(token, "utf16le");
  const entities = (base: 10 | 16) =>
    [...token].map((c) => `&#${base === 16 ? "x" : ""}${c.codePointAt(0)!.toString(base)};`).join("");
  const written = [utf8, gb18030Bytes(token), utf16, Buffer.from(utf16).swap16()].map((bytes) =>
    bytes.toString("latin1"),
  );
  const encoded = [encodeURIComponent(token), entities(10), entities(16), escaped(token)];
  const forms = [...written, ...encoded, ...(alone ? [] : base64Forms(utf8))];
  return [...new Set(forms)].map((form) => ({ token, written: form.toLowerCase(), alone }));
});

/** Base64 of a text that begins one, two or no bytes into a group of three; what the neighbours decide is cut off. */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].map((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const whole = padded.subarray(0, padded.length - (padded.length % 3)).toString("base64");
    return whole.slice(offset === 0 ? 0 : 4);
  });
}

/** The canaries that a place shows, in whatever way they are written there; hashes and numbers also with dashes within. */
export function canariesIn(content: Buffer | string): string[] {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const text = bytes.toString("latin1").toLowerCase();
  const undashed = text.replace(/(?<=[0-9a-f])-(?=[0-9a-f])/g, "");
  const found = needles.filter(({ token, written, alone }) =>
    alone
      ? standsAlone(text, written)
      : text.includes(written) || (written === token.toLowerCase() && undashed.includes(written)),
  );
  return [...new Set(found.map(({ token }) => token))];
}

function standsAlone(text: string, written: string): boolean {
  const isPart = (character: string | undefined) => character !== undefined && /[0-9a-z]/.test(character);
  for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1))
    if (!isPart(text[at - 1]) && !isPart(text[at + written.length])) return true;
  return false;
}

/** A text in GB18030. */
export function gb18030Bytes(text: string): Buffer {
  const bytes = Buffer.alloc(2 * text.length);
  return bytes.subarray(0, putGb18030(bytes, 0, text));
}

/** What an archive holds, workbooks among them: names and contents, unpacked. */
export async function unpacked(path: string): Promise<Buffer> {
  const archive = await Archive.open(path, defaultLimits);
  const parts: Buffer[] = [];
  for (const entry of archive.entries) {
    parts.push(Buffer.from(entry.name));
    for await (const chunk of archive.read(entry)) parts.push(chunk as Buffer);
  }
  archive.close();
  return Buffer.concat(parts);
}
