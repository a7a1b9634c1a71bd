import { cookies } from "next/headers";
import { type Language, languageOf } from "@/messages/language";

export type Theme = "light" | "dark" | "system";

/** What this browser chose: language and appearance, in two cookies that hold nothing else. */
export async function readPreferences(): Promise<{ language: Language; theme: Theme }> {
  const jar = await cookies();
  const theme = jar.get("theme")?.value;
  return {
    language: languageOf(jar.get("language")?.value),
    theme: theme === "light" || theme === "dark" ? theme : "system",
  };
}
