import { requireSameOrigin } from "@/app/requireSameOrigin";
import { languages } from "@/messages/language";

const choices: Record<string, readonly string[]> = {
  language: languages,
  theme: ["light", "dark", "system"],
};

const yearInSeconds = 365 * 24 * 60 * 60;

/** Stores one choice and goes back to the page it was made on. */
export async function POST(request: Request): Promise<Response> {
  const foreign = requireSameOrigin(request);
  if (foreign) return foreign;
  const form = await request.formData();
  const headers = new Headers({ location: ownAddress(form.get("back")) });
  for (const [name, allowed] of Object.entries(choices)) {
    const value = form.get(name);
    if (typeof value === "string" && allowed.includes(value)) {
      headers.append("set-cookie", `${name}=${value}; Path=/; Max-Age=${yearInSeconds}; SameSite=Lax; HttpOnly`);
    }
  }
  return new Response(null, { status: 303, headers });
}

/** Only an address of this application is gone back to. */
function ownAddress(value: FormDataEntryValue | null): string {
  if (typeof value !== "string") return "/";
  const base = "http://own.invalid";
  if (!URL.canParse(value, base)) return "/";
  const url = new URL(value, base);
  return url.origin === base ? url.pathname.replace(/^\/+/, "/") + url.search : "/";
}
