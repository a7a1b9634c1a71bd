import { isAlias, isMap, isSeq, LineCounter, type Node, parseDocument } from "yaml";

/** Where a text breaks the notation, counted from 1. */
export class BrokenDocument extends Error {
  constructor(readonly line: number) {
    super(`line ${line}`);
  }
}

/** A YAML text (JSON is YAML) as values that know their lines. */
export interface ReadDocument {
  readonly value: unknown;
  /** The line of what stands under a path, `columns/total_fee`, or of the nearest that stands above it. */
  readonly lineOf: (path: string) => number;
}

/** How scalars are read: as numbers and booleans where they look so, or all as the text that was written. */
export type Scalars = "typed" | "text";

/** Reads a text of one document. Throws BrokenDocument for what is no YAML, for aliases, and for keys given twice. */
export function readDocument(text: string, scalars: Scalars): ReadDocument {
  const lineCounter = new LineCounter();
  const schema = scalars === "text" ? "failsafe" : "core";
  try {
    const document = parseDocument(text.replace(/^\ufeff/, ""), { lineCounter, schema, uniqueKeys: true });
    const [fault] = [...document.errors, ...document.warnings];
    if (fault) throw new BrokenDocument(lineCounter.linePos(fault.pos[0]).line);
    const lines = linesOf(document.contents, (offset) => lineCounter.linePos(offset).line);
    return { value: document.toJS(), lineOf: (path) => nearest(lines, path) };
  } catch (error) {
    // Brackets that are nested without end overflow the reader's stack.
    if (error instanceof RangeError) throw new BrokenDocument(1);
    throw error;
  }
}

/** The line of each value by its path; of what has a key, the key's. */
function linesOf(contents: Node | null, lineAt: (offset: number) => number): Map<string, number> {
  const lines = new Map<string, number>();
  const walk = (node: unknown, path: string): void => {
    const under = (key: string | number) => (path === "" ? String(key) : `${path}/${key}`);
    if (isAlias(node)) throw new BrokenDocument(lineAt(node.range![0]));
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        const name = under(String((key as { value?: unknown }).value));
        lines.set(name, lineAt((key as Node).range![0]));
        walk(value, name);
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        const range = (item as Node | null)?.range;
        if (range) lines.set(under(index), lineAt(range[0]));
        walk(item, under(index));
      });
    }
  };
  if (contents?.range) lines.set("", lineAt(contents.range[0]));
  walk(contents, "");
  return lines;
}

function nearest(lines: ReadonlyMap<string, number>, path: string): number {
  for (let known = path; ; known = known.slice(0, Math.max(0, known.lastIndexOf("/")))) {
    const line = lines.get(known);
    if (line !== undefined || known === "") return line ?? 1;
  }
}
