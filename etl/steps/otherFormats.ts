import { PlainError } from "@/domain/errors";

/** Bytes at the beginning of a file that tell any format below. */
export const markBytes = 512;

/** A format by bytes of its own, in hex, at a place near the beginning. */
interface Mark {
  readonly format: string;
  readonly hex: string;
  readonly at?: number;
}

const documents: readonly Mark[] = [
  { format: "pdf", hex: "25504446" },
  { format: "png", hex: "89504e470d0a1a0a" },
  { format: "jpg", hex: "ffd8ff" },
  { format: "gif", hex: "47494638" },
  { format: "tif", hex: "49492a00" },
  // Before "Standard Jet DB" and "Standard ACE DB".
  { format: "Access", hex: "000100005374616e64617264" },
  { format: "SQLite", hex: "53514c69746520666f726d6174203300" },
  { format: "parquet", hex: "50415231" },
];

const archives: readonly Mark[] = [
  { format: "rar", hex: "526172211a07" },
  { format: "7z", hex: "377abcaf271c" },
  { format: "tar", hex: "7573746172", at: 257 },
  { format: "bz2", hex: "314159265359", at: 4 },
  { format: "xz", hex: "fd377a585a00" },
  { format: "zst", hex: "28b52ffd" },
  { format: "cab", hex: "4d53434600000000" },
];

/** Texts that are no tables, by how they begin. */
const texts: readonly (readonly [string, RegExp])[] = [
  ["mht", /^mime-version:/i],
  ["eml", /^(from|to|subject|date|received|return-path|message-id|x-[\w-]+): .*\r?\n([\w-]+: |[ \t]+\S)/i],
  ["rtf", /^\{\\rtf/],
  ["json", /^(\[\s*)?\{\s*"/],
  ["sql", /^insert\s+into\s/i],
];

/**
 * Throws for a file whose first bytes are of a format that holds no table we read: L-110 (a document, a database), L-138 (an
 * archive that we do not unpack).
 */
export function refuseOtherBytes(head: Buffer): void {
  const marked = ({ hex, at = 0 }: Mark) => head.toString("hex", at, at + hex.length / 2) === hex;
  const document = documents.find(marked)?.format ?? (isDbase(head) ? "dbf" : null);
  if (document) throw new PlainError("L-110", { format: document });
  const archive = archives.find(marked);
  if (archive) throw new PlainError("L-138", { format: archive.format });
}

/** Throws L-110 for a text that begins as those do that hold no table we read. */
export function refuseOtherText(head: string): void {
  const format = texts.find(([, beginning]) => beginning.test(head))?.[0];
  if (format) throw new PlainError("L-110", { format });
}

const dbaseVersions = [0x02, 0x03, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8b, 0xcb, 0xf5, 0xfb];

/** A table of dBase or FoxPro: its version, then the month and day of the last change, then zeros that no text has. */
function isDbase(head: Buffer): boolean {
  const [version = 0, , month = 0, day = 0] = head;
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return dbaseVersions.includes(version) && isDay && head[12] === 0 && head[13] === 0;
}
