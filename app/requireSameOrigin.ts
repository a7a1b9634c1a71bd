/**
 * Refuses a mutating request that another site made the browser send: null when it may pass, else the 403 answer.
 * The server in front checks this too; a handler does not rely on who calls it.
 */
export function requireSameOrigin(request: Request): Response | null {
  const origin = request.headers.get("origin");
  const host = request.headers.get("host");
  const site = request.headers.get("sec-fetch-site");
  const sameSite = site === null || site === "same-origin" || site === "none";
  const sameHost = origin !== null && URL.canParse(origin) && new URL(origin).host === host;
  if (sameSite && sameHost) return null;
  return Response.json({ error: "foreign_origin" }, { status: 403 });
}
