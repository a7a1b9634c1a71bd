/** Limits of what is read; beyond them the file is refused with L-103 or, for a bomb, L-104. */
export interface SizeLimits {
  /** Of archives, workbooks and what is compressed. */
  readonly packedBytes: number;
  /** Of text, and of what comes out of the others. */
  readonly unpackedBytes: number;
  /** Unpacked to packed. */
  readonly ratio: number;
  readonly rows: number;
}

export const defaultLimits: SizeLimits = {
  packedBytes: 4 * 2 ** 30,
  unpackedBytes: 40 * 2 ** 30,
  ratio: 100,
  rows: 20_000_000,
};
