/**
 * A seeded stream of numbers (sfc32). Only integer steps and the four IEEE operations are used, never logarithms or
 * sines, so that the same seed gives the same bytes on every machine.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(seed: string) {
    this.a = hashText(seed, 0x9e3779b9);
    this.b = hashText(seed, 0x243f6a88);
    this.c = hashText(seed, 0xb7e15162);
    for (let i = 0; i < 12; i++) this.next();
  }

  /** An integer in [0, 2^32). */
  next(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** An integer in [0, limit). */
  below(limit: number): number {
    return Math.floor((this.next() / 4294967296) * limit);
  }

  /** An integer in [first, last], both included. */
  between(first: number, last: number): number {
    return first + this.below(last - first + 1);
  }

  /** True in `share` of 10 000 cases. */
  chance(share: number): boolean {
    return this.below(10_000) < share;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** An integer drawn from a distribution given by its quantiles at equal steps, straight lines between them. */
  along(quantiles: readonly number[]): number {
    const position = (this.next() / 4294967296) * (quantiles.length - 1);
    const step = Math.floor(position);
    const low = quantiles[step]!;
    return low + Math.floor((quantiles[step + 1]! - low) * (position - step));
  }
}

/** FNV-1a over UTF-16 units, stirred: enough to tell seeds apart. */
function hashText(text: string, start: number): number {
  let hash = start | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return scramble(hash);
}

/** Spreads an integer over 32 bits (the finaliser of MurmurHash3): a fixed attribute for each number. */
export function scramble(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
