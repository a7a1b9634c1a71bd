import { open } from "node:fs/promises";

export const chunkBytes = 4 << 20;

/**
 * A file's bytes in pieces of up to `chunkBytes`. The next piece is read while one is worked on, which is valid until
 * another is asked for: all of them share two buffers.
 */
export async function* chunks(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    let [current, next] = [Buffer.allocUnsafe(chunkBytes), Buffer.allocUnsafe(chunkBytes)];
    let reading = file.read(current, 0, chunkBytes);
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return;
      reading = file.read(next, 0, chunkBytes);
      // Who asks for the next chunk learns of its failure.
      reading.catch(() => undefined);
      yield current.subarray(0, bytesRead);
      [current, next] = [next, current];
    }
  } finally {
    await file.close();
  }
}

/** The first bytes of a file, up to `most`. */
export const firstBytes = (path: string, most: number) => bytesAt(path, most, () => 0);

/** The last bytes of a file, up to `most`. */
export const lastBytes = (path: string, most: number) => bytesAt(path, most, (size) => Math.max(0, size - most));

async function bytesAt(path: string, most: number, placeIn: (size: number) => number): Promise<Buffer> {
  const file = await open(path);
  try {
    const bytes = Buffer.alloc(most);
    const { bytesRead } = await file.read(bytes, 0, most, placeIn((await file.stat()).size));
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
