/** Where a JSON text breaks, counted from 1. */
export class BrokenJson extends Error {
  constructor(readonly line: number) {
    super(`line ${line}`);
  }
}

/** A JSON text as values, and the line of each by its path: `columns/total_fee`; of the whole, the path is empty. */
export interface JsonLines {
  readonly value: unknown;
  readonly lines: ReadonlyMap<string, number>;
}

const token = /\s*(?:([{}[\],:])|("(?:[^"\\\r\n]|\\.)*")|(-?\d[\d.eE+-]*|true|false|null))/y;

/** Reads a JSON text, as `JSON.parse` does, and remembers the lines. Throws BrokenJson for the first place that is no JSON. */
export function readJsonLines(text: string): JsonLines {
  const reader = new Reader(text);
  const value = reader.value("");
  reader.end();
  return { value, lines: reader.lines };
}

class Reader {
  readonly lines = new Map<string, number>();
  private at = 0;

  constructor(private readonly text: string) {}

  value(path: string): unknown {
    const start = this.next();
    this.lines.set(path, this.line());
    if (start === "{") return this.object(path);
    if (start === "[") return this.array(path);
    if (/^[}\],:]$/.test(start)) throw new BrokenJson(this.line());
    return this.plain(start);
  }

  end(): void {
    if (this.text.slice(this.at).trim() !== "") throw new BrokenJson(this.line());
  }

  private object(path: string): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    for (let first = true; ; first = false) {
      const name = this.next();
      if (name === "}" && first) break;
      const key = this.plain(name);
      if (typeof key !== "string" || entries.some(([known]) => known === key)) throw new BrokenJson(this.line());
      this.expect(":");
      entries.push([key, this.value(path === "" ? key : `${path}/${key}`)]);
      if (this.expect(",", "}") === "}") break;
    }
    return Object.fromEntries(entries);
  }

  private array(path: string): unknown[] {
    const values: unknown[] = [];
    const empty = /\s*]/y;
    empty.lastIndex = this.at;
    if (empty.test(this.text)) {
      this.next();
      return values;
    }
    do values.push(this.value(`${path}/${values.length}`));
    while (this.expect(",", "]") === ",");
    return values;
  }

  private plain(written: string): unknown {
    try {
      return JSON.parse(written);
    } catch {
      throw new BrokenJson(this.line());
    }
  }

  private expect(...marks: string[]): string {
    const found = this.next();
    if (!marks.includes(found)) throw new BrokenJson(this.line());
    return found;
  }

  private next(): string {
    token.lastIndex = this.at;
    const found = token.exec(this.text);
    if (!found) {
      this.at += /^\s*/.exec(this.text.slice(this.at))![0].length;
      throw new BrokenJson(this.line());
    }
    this.at = token.lastIndex;
    return found[1] ?? found[2] ?? found[3]!;
  }

  /** The line of what was read last. */
  private line(): number {
    return this.text.slice(0, this.at).split("\n").length;
  }
}
