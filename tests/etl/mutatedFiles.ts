import { gzipSync } from "node:zlib";
import { randomNumbers } from "@/tests/setup/random";
import { delimited, settlements } from "./readingSetup";
import { dateCell, sheetOf, xlsxParts, zip } from "./workbookFiles";

/** Whole numbers from 0 to below a limit: the same seed gives the same files. */
function randomOf(seed: number): (below: number) => number {
  const next = randomNumbers(seed);
  return (below) => Math.floor(next() * below);
}

/** The parts of a workbook: damaged behind the archive, with the right checksums, they reach the readers of sheets. */
const bookParts = () =>
  xlsxParts([
    sheetOf(settlements([], 30).map((row) => ({ ...row, MEDFEE_SUMAMT: 1000, SETL_TIME: dateCell(43254.5) }))),
  ]);

async function originals(): Promise<[name: string, content: Buffer][]> {
  const rows = settlements([], 30);
  const text = Buffer.from(delimited(rows));
  const book = await zip(bookParts());
  const page = `<html><table>${delimited(rows)
    .trimEnd()
    .split("\n")
    .map((line) => `<tr><td>${line.replaceAll(",", "</td><td>")}</td></tr>`)
    .join("")}</table></html>`;
  return [
    ["a.csv", text],
    ["a.xlsx", book],
    ["a.zip", await zip({ "a.csv": text, "b.xlsx": book })],
    ["a.csv.gz", gzipSync(text)],
    ["a.xls", Buffer.from(page)],
  ];
}

/** Bits flipped, an end cut off, a piece of another file put in, a piece repeated or taken out. */
function mutated(content: Buffer, other: Buffer, random: (below: number) => number): Buffer {
  const at = random(content.length);
  const length = 1 + random(Math.min(2000, content.length));
  switch (random(5)) {
    case 0: {
      const bytes = Buffer.from(content);
      for (let flips = 1 + random(8); flips > 0; flips--) bytes[random(bytes.length)]! ^= 1 << random(8);
      return bytes;
    }
    case 1:
      return content.subarray(0, at);
    case 2: {
      const from = random(other.length);
      return Buffer.concat([content.subarray(0, at), other.subarray(from, from + length), content.subarray(at)]);
    }
    case 3:
      return Buffer.concat([content.subarray(0, at), content.subarray(Math.max(0, at - length))]);
    default:
      return Buffer.concat([content.subarray(0, at), content.subarray(at + length)]);
  }
}

async function withDamagedPart(random: (below: number) => number): Promise<Buffer> {
  const parts = bookParts();
  const names = Object.keys(parts);
  const name = names[random(names.length)]!;
  const content = Buffer.from(parts[name]!);
  return zip({ ...parts, [name]: mutated(content, content, random) });
}

/** The changed file of a seed: the same seed, the same bytes. */
export async function mutatedFile(seed: number): Promise<{ name: string; content: Buffer }> {
  sources ??= originals();
  const files = await sources;
  const random = randomOf(seed);
  const [name, content] = files[random(files.length)]!;
  const other = files[random(files.length)]![1];
  const isDamagedInside = name === "a.xlsx" && random(2) === 0;
  return { name, content: isDamagedInside ? await withDamagedPart(random) : mutated(content, other, random) };
}

let sources: ReturnType<typeof originals> | null = null;
