import { SaxesParser } from "saxes";
import { PlainError } from "@/domain/errors";

/** What is met in a document; names are without prefix. */
export interface XmlWalker {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Walks through an XML document that is small, or of a format too rare for a scan of its own. Throws L-113 for a document
 * type or an entity of its own, L-106 for one that is cut or not well-formed.
 */
export async function walkXml(pieces: AsyncIterable<Buffer> | Iterable<Buffer>, walker: XmlWalker): Promise<void> {
  const parser = new SaxesParser();
  parser.on("doctype", () => {
    throw new PlainError("L-113");
  });
  parser.on("error", (error) => {
    throw new PlainError(/undefined entity/.test(error.message) ? "L-113" : "L-106");
  });
  parser.on("opentag", ({ name, attributes }) => walker.open(local(name), localNames(attributes)));
  parser.on("closetag", ({ name }) => walker.close?.(local(name)));
  parser.on("text", (text) => walker.text?.(text));
  parser.on("cdata", (text) => walker.text?.(text));
  let decoder: TextDecoder | null = null;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(piece[0] === 0xff ? "utf-16le" : piece[0] === 0xfe ? "utf-16be" : "utf-8");
    parser.write(decoder.decode(piece, { stream: true }));
  }
  parser.write(decoder?.decode() ?? "").close();
}

const local = (name: string) => name.slice(name.indexOf(":") + 1);

function localNames(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]));
}
