import { Sha256 } from "./sha256";

/** What is sent with the files of one load. */
export interface LoadOrder {
  readonly region: string;
  readonly scheme: string;
  readonly period: string | null;
  readonly sheet: string | null;
  readonly encoding: string | null;
  readonly control: Readonly<Record<string, string>> | null;
}

/** Says why in the reader's words; an empty message: nobody answered. */
export class SendingFailed extends Error {}

export interface SendingProgress {
  /** Which file, from 1. */
  readonly number: number;
  /** Of this file, 0 to 1. */
  readonly part: number;
}

/**
 * Sends files to be read as one load: each as the body of a request of its own, straight from the disk, while its
 * SHA-256 is worked out beside it; the server begins only where both agree on every byte. Throws SendingFailed.
 */
export async function sendFiles(
  files: readonly File[],
  order: LoadOrder,
  signal: AbortSignal,
  onProgress: (progress: SendingProgress) => void,
): Promise<void> {
  const described = files.map(({ name, size }) => ({ name, bytes: size }));
  const { job } = await post("/api/jobs", { ...order, files: described });
  try {
    const sha256: string[] = [];
    for (const [index, file] of files.entries()) {
      const number = index + 1;
      const tell = (part: number) => onProgress({ number, part });
      const [hash] = await Promise.all([
        hashOf(file, signal),
        send(`/api/jobs/${job}/files/${number}`, file, signal, tell),
      ]);
      sha256.push(hash);
    }
    await post(`/api/jobs/${job}/start`, { sha256 });
  } catch (error) {
    await post(`/api/jobs/${job}/cancel`, {}).catch(() => undefined);
    throw error;
  }
}

async function hashOf(file: File, signal: AbortSignal): Promise<string> {
  const hash = new Sha256();
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    signal.throwIfAborted();
    if (done) return hash.digest();
    hash.update(value);
  }
}

/** fetch does not say how much of a body is gone. */
function send(address: string, file: File, signal: AbortSignal, tell: (part: number) => void): Promise<void> {
  return new Promise((settle, fail) => {
    const request = new XMLHttpRequest();
    request.open("PUT", address);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded }) => tell(file.size === 0 ? 1 : loaded / file.size);
    request.onload = () => (request.status === 200 ? settle() : fail(new SendingFailed(messageIn(request.response))));
    request.onerror = () => fail(new SendingFailed(""));
    request.onabort = () => fail(signal.reason);
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

function messageIn(text: string): string {
  try {
    return (JSON.parse(text) as { message?: string }).message ?? "";
  } catch {
    return "";
  }
}

async function post(address: string, body: object): Promise<{ job: string }> {
  const answer = await fetch(address, { method: "POST", body: JSON.stringify(body) }).catch(() => null);
  const said = answer ? await answer.text() : "";
  if (!answer?.ok) throw new SendingFailed(messageIn(said));
  return JSON.parse(said) as { job: string };
}
