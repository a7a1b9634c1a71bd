import { createHmac } from "node:crypto";
import { identityCheckCharacter } from "./grammar/identifier";
import { cleanIdentifierText } from "./grammar/text";

/** A token as a UUID is written: the first 128 bits of a digest. */
export type Token = string;

/** The secrets of one key as SQL parameters; never part of a statement's text. */
export interface TokenSecrets extends Record<string, string> {
  /** Key pads of HMAC-SHA-256, hexadecimal. */
  readonly inner_pad: string;
  readonly outer_pad: string;
  /** Secret prefixes for settlement and visit numbers. */
  readonly settlement_secret: string;
  readonly visit_secret: string;
}

/** Derives the parameters that the SQL below needs. `key` is the installation's person key, 32 bytes. */
export function tokenSecrets(key: Buffer): TokenSecrets {
  const block = Buffer.alloc(64);
  key.copy(block);
  return {
    inner_pad: Buffer.from(block.map((byte) => byte ^ 0x36)).toString("hex"),
    outer_pad: Buffer.from(block.map((byte) => byte ^ 0x5c)).toString("hex"),
    settlement_secret: prefixSecret(key, "settlement|"),
    visit_secret: prefixSecret(key, "visit|"),
  };
}

const prefixSecret = (key: Buffer, label: string) =>
  createHmac("sha256", key).update(label).digest("base64url").slice(0, 32);

/** The secrets that a statement names: a prepared one takes no others. */
export function secretsIn(query: string, secrets: TokenSecrets): Record<string, string> {
  return Object.fromEntries(Object.entries(secrets).filter(([name]) => query.includes(`$${name}`)));
}

/** SQL: HMAC-SHA-256 of label and column, its first 128 bits. Null stays null. */
export function personTokenSql(label: "person" | "certificate", column: string): string {
  const inner = `unhex(sha256(unhex($inner_pad) || encode('${label}|' || ${column})))`;
  return firstHalf(`sha256(unhex($outer_pad) || ${inner})`);
}

/** SQL: SHA-256 of a secret prefix and the column, its first 128 bits: one block instead of four. */
export function numberTokenSql(label: "settlement" | "visit", column: string): string {
  return firstHalf(`sha256($${label}_secret || ${column})`);
}

/** SQL: the first 128 bits of a digest in hexadecimal digits. Bytes become a UUID in less time than digits do. */
function firstHalf(digest: string): string {
  return `unhex(left(${digest}, 32))::uuid`;
}

/** Before a token that stands in the place of a number, in rows that were held and are read again. */
export const tokenMark = "~";

/** SQL: the token of a column; where rows are `replayed` it may stand there already. */
export function tokenOf(column: string, token: string, replayed: boolean): string {
  if (!replayed) return token;
  return `case when starts_with(${column}, '${tokenMark}') then substr(${column}, 2)::uuid else ${token} end`;
}

/** The person token of PSN_NO, as the loader computes it in SQL. */
export function personKey(key: Buffer, personNumber: string): Token {
  return token(key, "person", cleanIdentifierText(personNumber).toUpperCase());
}

/** The token of a certificate number: blanks dropped, X upper case, 15 digits written as 18. */
export function certificateKey(key: Buffer, certificateNumber: string): Token {
  const number = cleanIdentifierText(certificateNumber).toUpperCase();
  if (!/^\d{15}$/.test(number)) return token(key, "certificate", number);
  const seventeen = `${number.slice(0, 6)}19${number.slice(6)}`;
  return token(key, "certificate", seventeen + identityCheckCharacter(seventeen));
}

function token(key: Buffer, label: string, value: string): Token {
  const digits = createHmac("sha256", key).update(`${label}|${value}`).digest("hex").slice(0, 32);
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
