import { once } from "node:events";
import { isIP, Socket } from "node:net";
import { Duplex } from "node:stream";
import { connect as encrypt } from "node:tls";

/** What the driver has read of an address. */
export interface DialledHost {
  readonly path?: string;
  readonly host: readonly string[];
  readonly port: readonly number[];
  readonly connect_timeout: number;
}

/**
 * `sslmode` of an address, as the driver reads it: in plain, encrypted where the server can, encrypted, encrypted with a
 * certificate that names the server.
 */
export type Encryption = "none" | "preferred" | "required" | "verified";

const encryptions: Readonly<Record<string, Encryption>> = {
  disable: "none",
  false: "none",
  prefer: "preferred",
  allow: "required",
  require: "required",
};

/** What an address asks for: `?sslmode=` or `?ssl=`. Any word that is unknown asks for everything. */
export function encryptionOf(url: string): Encryption {
  const asked = new URL(url).searchParams;
  const mode = asked.get("sslrootcert") === "system" ? "verify-full" : (asked.get("sslmode") ?? asked.get("ssl"));
  return mode === null ? "none" : (encryptions[mode] ?? "verified");
}

/** Int32 length, Int32 code: "may this be encrypted?" (PostgreSQL protocol, SSLRequest); the answer is one letter. */
const request = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const yes = "S";
const no = "N";

/**
 * A connection that may be written to, plain or encrypted. It never throws: where it cannot be had, the connection given
 * ends with the error, as the driver never hands out again a place in its pool for which it got none.
 */
export function dial(host: DialledHost, encryption: Encryption): Duplex | Promise<Duplex> {
  // What is written before it is connected waits in the socket.
  return encryption === "none" ? dialPlain(host) : dialEncrypted(host, encryption);
}

function dialPlain({ path, host: [host], port: [port] }: DialledHost): Socket {
  // The driver reads host and port of a socket for its errors.
  const socket = saidAtOnce(Object.assign(new Socket(), { host, port }));
  return path ? socket.connect(path) : socket.connect(port!, host!);
}

async function dialEncrypted(dialled: DialledHost, encryption: Encryption): Promise<Duplex> {
  const {
    host: [host],
    port: [port],
  } = dialled;
  const plain = saidAtOnce(new Socket());
  const socket = await secure(plain, dialled, encryption).catch((error: Error): Duplex => {
    plain.destroy();
    const failed = saidAtOnce(new Duplex({ read() {}, write() {} }));
    // When the driver listens.
    setImmediate(() => failed.destroy(error.name === "AbortError" ? failure("CONNECT_TIMEOUT") : error));
    return failed;
  });
  return Object.assign(socket, { host, port });
}

async function secure(plain: Socket, dialled: DialledHost, encryption: Encryption): Promise<Socket> {
  const {
    path,
    host: [host],
    port: [port],
  } = dialled;
  const within = { signal: AbortSignal.timeout(dialled.connect_timeout * 1000) };
  if (path) plain.connect(path);
  else plain.connect(port!, host!);
  await once(plain, "connect", within);
  plain.write(request);
  const [letters] = (await once(plain, "data", within)) as [Buffer];
  // More than one letter would be somebody's in between, to be taken for what comes encrypted.
  const answer = letters.toString("latin1");
  // Nothing is answered yet of what is asked from here on.
  if (answer === no && encryption === "preferred") return saidAtOnce(plain);
  if (answer !== yes) throw failure("SSL_REFUSED");
  const servername = isIP(host!) ? undefined : host;
  const rejectUnauthorized = encryption === "verified";
  const socket = saidAtOnce(encrypt({ socket: plain, host, servername, rejectUnauthorized }));
  await once(socket, "secureConnect", within);
  return socket;
}

const failure = (code: string) => Object.assign(new Error(code), { code });

const errorResponse = "E".charCodeAt(0);

/** What the server says that ends a session: the SQLSTATE of an ErrorResponse, whose fields end in a zero. */
function farewellIn(words: Buffer): Error | null {
  if (words[0] !== errorResponse) return null;
  const text = words.toString("latin1");
  const code = /\0C([0-9A-Z]{5})\0/.exec(text)?.[1];
  return code && text.includes("\0VFATAL\0") ? failure(code) : null;
}

/**
 * The connection, so that its error and its end are heard together, a farewell of the server is the error of its end, and
 * so is that nobody ever answered.
 */
function saidAtOnce<Connection extends Duplex>(socket: Connection): Connection {
  let fault: Error | null = null;
  let isAnswered = false;
  const say: (event: string | symbol, ...details: unknown[]) => boolean = socket.emit.bind(socket);
  return Object.assign(socket, {
    emit(event: string | symbol, ...details: unknown[]): boolean {
      if (event === "error") {
        fault = details[0] as Error;
        return true;
      }
      if (event === "data") {
        isAnswered = true;
        const farewell = farewellIn(details[0] as Buffer);
        if (farewell !== null) {
          fault = farewell;
          return true;
        }
      }
      if (event === "close" && socket.listenerCount("error") > 0) {
        if (!isAnswered) fault ??= failure("CONNECTION_CLOSED");
        if (fault !== null) say("error", fault);
      }
      return say(event, ...details);
    },
  });
}
