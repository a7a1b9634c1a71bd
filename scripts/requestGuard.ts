import type { IncomingHttpHeaders } from "node:http";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Why a request is turned away, or null. Holds for every route: there are no accounts yet, so whoever can make this
 * browser send a request could act in its user's name.
 *
 * The Host must be this machine's own name (another name that resolves to 127.0.0.1 is DNS rebinding), and a request
 * that changes something must come from a page of this very server: an Origin that is missing, `null` or another is
 * refused, and so is what the browser itself calls cross-site.
 */
export function refusal(method: string, headers: IncomingHttpHeaders, port: number): string | null {
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (port === 80) own.push("127.0.0.1", "localhost");
  const host = headers.host?.toLowerCase();
  if (host === undefined || !own.includes(host)) return "host";
  if (safeMethods.has(method)) return null;
  if (headers.origin?.toLowerCase() !== `http://${host}`) return "origin";
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return "site";
  return null;
}
