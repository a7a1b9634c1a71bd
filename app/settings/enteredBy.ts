import { cookies } from "next/headers";

const cookie = "entered_by";
const yearInSeconds = 365 * 24 * 60 * 60;

/** Who last changed something from this browser, as typed; empty for the first time. */
export async function readEnteredBy(): Promise<string> {
  const value = (await cookies()).get(cookie)?.value;
  return value ? decodeURIComponent(value) : "";
}

/** The cookie that fills the name in on the next form. */
export const rememberEnteredBy = (name: string) =>
  `${cookie}=${encodeURIComponent(name)}; Path=/; Max-Age=${yearInSeconds}; SameSite=Lax; HttpOnly`;
