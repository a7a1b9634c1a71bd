import { makePgArray } from "drizzle-orm/pg-core";
import postgres from "postgres";
import { parse as parseArray } from "postgres-array";
import { type DialledHost, dial, encryptionOf } from "@/db/dial";

type Options = postgres.Options<Record<string, postgres.PostgresType>>;

/**
 * Sessions of postgres.js 3.4.9, with seven of its faults made good: whatever kills the server, a statement is answered
 * or fails, and the next one finds a session that works (tests/db/lostConnection.test.ts).
 * - Between the error of a broken connection and its end the driver takes statements that it then forgets for good: our
 *   socket says both at one stroke.
 * - Where it encrypts, it brings a socket of its own that knows nothing of this: we encrypt before it gets the socket.
 * - Where a connection is closed without a word, it dials again for good, without a pause: such an end is an error.
 * - A session that lost a statement takes the server's words when it is turned away on its return for that statement's,
 *   knocks again for good, and fails the first statement after it was let in: a farewell is an error, and it never sees it.
 * - What was about to be written when a connection ended keeps the next one from ever writing anything below 1024 bytes:
 *   a greeting longer than that is sent at once and sets it right.
 * - Each session first asks for the types of arrays, and where it is cut off meanwhile this fails where nobody hears it,
 *   which ends the process: nothing is asked, and the one kind of array that we use is told.
 * - A session that was cut off still counts the statement it lost as being at work, so that its end waits for good: an
 *   end takes the limit of a few seconds unless it is given one.
 */
export function openSessions(url: string, options: Options): postgres.Sql {
  const encryption = encryptionOf(url);
  const sql = postgres(url, {
    // Notices repeat names and values; nobody reads them.
    onnotice: () => undefined,
    ...options,
    fetch_types: false,
    types: { textArray },
    connection: { options: blanks, ...options.connection },
    ssl: false,
    socket: (host: DialledHost) => dial(host, encryption),
  } as Options);
  const { end } = sql;
  return Object.assign(sql, { end: ({ timeout = endSeconds } = {}) => end({ timeout }) });
}

/** How long statements that are at work when sessions are ended may still take. */
const endSeconds = 2;

/** `text[]` */
const textArray: postgres.PostgresType<readonly string[]> = {
  to: 1009,
  from: [1009],
  // drizzle has written its arrays out before.
  serialize: (texts: readonly string[] | string) => (typeof texts === "string" ? texts : makePgArray([...texts])),
  parse: (text: string) => parseArray(text),
};

/** Command-line options of a server process, none: blanks between them mean nothing. */
const blanks = " ".repeat(1024);
